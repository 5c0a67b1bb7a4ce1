"""Master key, key database and data belong together, or no program starts: each is swapped for
another installation's and put back from before, and the programs say what is wrong and what to do."""

import base64
import secrets
import shutil
import time

from stored import Stored
from world import ON_POSTGRES, PROGRAMS, World, check

from ops.story import deal, people
from ops.story.client import Client
from ops.story.installation import Installation

# Everything that opens the databases.
COMMANDS = (("config", "check"), ("serve",), ("work", "--once"), ("retention", "plan"), ("retention", "run"),
            ("series", "audit"), ("ledger", "check"), ("ledger", "statement", "--account", "world"), ("reconcile",),
            ("privacy", "register", "check"),
            ("account", "create-staff", "--kind", "staff", "--email", "sam@example.org"))
REPLAY = ("retention", "replay")


class Swapped:
    """The installation with something else in place of one of its three."""

    def __init__(self, it, **variables):
        self.it, self.variables = it, {f"ENTREMISE_{name}": str(value) for name, value in variables.items()}

    def __enter__(self):
        self.it.environment |= self.variables
        return self

    def __exit__(self, *_):
        for name in self.variables:
            del self.it.environment[name]

    def refused(self, sentence, commands=(*COMMANDS, REPLAY, ("migrate",))):
        for command in commands:
            done = self.it.entremise(*command, check=False)
            is_said = done.returncode == 2 and sentence in done.stderr
            check(is_said, f"{' '.join(command)}: {sentence}{'' if is_said else done.stdout + done.stderr}")


class Backup:
    """Both databases as they are now, with nothing running."""

    def __init__(self, world, name):
        self.world, self.name = world, name
        if ON_POSTGRES:
            for which in ("data", "keys"):
                world.postgres.create(f"{which}_{name}", which)
        else:
            for which in ("data", "keys"):
                shutil.copytree(world.it.folder / which, world.folder / f"{which}_{name}")

    def url(self, which):
        if ON_POSTGRES:
            return getattr(self.world.it, "database" if which == "data" else "keys").replace(which, f"{which}_{self.name}", 1)
        return f"sqlite:{self.world.folder}/{which}_{self.name}/{'entremise' if which == 'data' else 'keys'}.db"


def another_key(folder):
    path = folder / "another.key"
    path.write_text(base64.b64encode(secrets.token_bytes(32)).decode())
    path.chmod(0o400)
    return path


def another_installation(world):
    more = {}
    if ON_POSTGRES:
        more = {"database": world.postgres.create("data_other"), "keys": world.postgres.create("keys_other")}
    other = Installation(world.folder / "other", PROGRAMS, **more)
    other.prepare()
    return other


def url_of(it, which):
    url = it.database if which == "data" else it.keys
    return url if ON_POSTGRES else f"sqlite:{it.folder}/{url.removeprefix('sqlite:')}"


def swaps(world):
    it, other = world.it, another_installation(world)
    fresh = world.postgres.create("keys_fresh") if ON_POSTGRES else f"sqlite:{world.folder}/fresh.db"
    with Swapped(it, KEYS_MASTER_KEY_FILE=another_key(world.folder)) as swapped:
        swapped.refused("the master key is not the one of these databases")
    with Swapped(it, DATABASE_KEYS_URL=url_of(other, "keys")) as swapped:
        swapped.refused("the key database is another installation's")
    with Swapped(it, DATABASE_URL=url_of(other, "data")) as swapped:
        swapped.refused("the data are another installation's")
    with Swapped(it, DATABASE_KEYS_URL=fresh) as swapped:
        swapped.refused("the key database is a new one", [("migrate",)])
        swapped.refused("the database lacks", [("config", "check"), ("serve",)])
    check("right" in it.entremise("config", "check"), "as they were, all is right")


def until_erased(it, seconds=20):
    """Until the journal names both, and no key waits for its destruction."""
    deadline = time.monotonic() + seconds
    while True:
        counts = Stored(it).counts()
        if len(Stored(it).rows("SELECT DISTINCT subject_id FROM erasures", "keys")) == 2 and not counts["data.key_destructions"]:
            return
        if time.monotonic() > deadline:
            raise TimeoutError(str(counts))
        time.sleep(0.1)


def people_come_and_go(world):
    """Zoe, who vanishes, and Ben, whose page is public, leave after the backup that is answered."""
    it = world.it
    it.start_mangopay()
    it.start_server()
    client, mailbox = Client(it.port), people.Mailbox(it.folder / "mail")
    ben = deal.Provider(client, mailbox, "ben@example.org", people.company_provider("Ben", "Moreau", "Atelier Ben", 99))
    ben.show_page()
    zoe = deal.Buyer(client.as_(None), mailbox, "zoe@example.org", people.natural_person("Zoe", "Zorn"))
    it.stop("serve")
    before = Backup(world, "before")
    it.start_server()
    for one in (ben, zoe):
        one.api.post("/v1/me/closure", {"password": people.PASSWORD})
    until_erased(it)
    deal.Buyer(client.as_(None), mailbox, "yves@example.org", people.natural_person("Yves", "Young"))
    it.stop("serve")
    it.entremise("retention", "run")
    return before, ben, zoe


def older_keys(world, before):
    with Swapped(world.it, DATABASE_KEYS_URL=before.url("keys")) as swapped:
        swapped.refused("the key database is older than the data")


def older_data(world, before, ben, zoe):
    it = world.it
    with Swapped(it, DATABASE_URL=before.url("data")) as swapped:
        swapped.refused("the data hold again what was erased (2 account", COMMANDS)
        swapped.refused("retention replay", [("config", "check")])
        check("2  account  erased again" in it.entremise(*REPLAY), "replaying erases both again")
        check("Nobody" in it.entremise(*REPLAY), "and finds nobody afterwards")
        check("right" in it.entremise("config", "check"), "all is right then")
        it.start_server()
        anybody = Client(it.port)
        check(anybody.send("GET", f"/v1/providers/{ben.id}").status == 410, "Ben's page is gone again")
        for mail in (it.folder / "mail").rglob("*.eml"):
            mail.unlink()  # the link of her first sign-up among them
        anew = deal.Buyer(anybody, people.Mailbox(it.folder / "mail"), "zoe@example.org", people.natural_person("Zoe", "Zorn"))
        check(anew.id != zoe.id, "Zoe may register anew with her address")
        it.stop("serve")


def main():
    with World() as world:
        swaps(world)
        before, ben, zoe = people_come_and_go(world)
        older_keys(world, before)
        older_data(world, before, ben, zoe)


if __name__ == "__main__":
    main()
