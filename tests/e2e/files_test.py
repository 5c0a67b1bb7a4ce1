"""Programs and installation in folders with blanks in their names, under a shell that lets everybody
read: its databases lie where the configuration says, nobody else may read what the programs write."""

import os
import shutil

from world import PROGRAMS, check, temporary_folder

from ops.story import deal, people
from ops.story.client import Client
from ops.story.installation import Installation


def readable_by_others(folder):
    return [str(path) for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]


def main():
    folder = temporary_folder()
    programs = folder / "kept a year" / "the programs"
    os.umask(0o077)
    programs.mkdir(parents=True)
    for name in ("entremise", "entremise-pictures", "mangopay-sandbox"):
        shutil.copy2(PROGRAMS / name, programs)
    it = Installation(folder / "kept a year" / "in 2 parts", programs)
    os.umask(0)
    try:
        it.prepare()
        it.start_mangopay()
        it.start_server()
        client, mailbox = Client(it.port), people.Mailbox(it.folder / "mail")
        deal.Provider(client, mailbox, "ben@example.org",
                      people.company_provider("Ben", "Moreau", "Atelier Ben", 99)).show_page()
        written = {name: sorted(path.name for path in (it.folder / name).rglob("*") if path.is_file()) for name in ("data", "keys", "mail")}
        check("entremise.db" in written["data"] and "entremise.db-wal" in written["data"], f"the data lie where they shall: {written['data']}")
        check("keys.db" in written["keys"], f"the keys too: {written['keys']}")
        check([path.name for path in folder.iterdir()] == ["kept a year"], "and nothing beside the folder")
        for name, files in written.items():
            check(files and not readable_by_others(it.folder / name), f"nobody else may read the {len(files)} files of {name}")
        check(it.stop("serve") == 0, "it stops")
        (it.folder / "keys/keys.db").chmod(0o640)
        for command in (("config", "check"), ("serve",), ("retention", "run")):
            done = it.entremise(*command, check=False)
            check(done.returncode == 2 and "keys.db: others may read it" in done.stderr, f"keys that others may read: {command} is refused")
        (it.folder / "keys/keys.db").chmod(0o600)
        shutil.copy2("/bin/true", programs / "entremise-pictures")
        for command in (("config", "check"), ("serve",)):
            done = it.entremise(*command, check=False)
            check(done.returncode == 2 and "is not entremise-pictures" in done.stderr, f"another program in its place: {command} is refused")
    finally:
        it.stop_all()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
