"""README's `sh` blocks, typed into a terminal beside the demo that they speak of: each one runs, and
what it shows is what a reader was promised."""

import os
import re
import shutil
import subprocess
import sys

from world import PROGRAMS, ROOT, check, temporary_folder

# What the blocks print, in this order; a block that is new in README needs its line here.
PROMISED = (
    (r'"title": "[^"]*robe', "the search finds a service"),
    (r"^20\d\d-\d\d$", "the terms in force have a version"),
    (r'"status": "verification_mail_sent"', "signing up announces a mail"),
    (r"^To: <lea@example\.org>", "the newest mail is hers"),
    (r"token=3D", "with the link that proves the address"),
)


def blocks_of(text):
    return re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)


def served(folder):
    """The demo as a reader started it, once it says that it serves; its port."""
    demo = subprocess.Popen([sys.executable, "-m", "ops.story.demo", "--port", "0", "--folder", folder / "var/demo",
                             "--programs", PROGRAMS], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    told = ""
    for line in demo.stdout:
        told += line
        if "Serving until" in line:
            return demo, re.search(r"http://127\.0\.0\.1:(\d+)/docs", told).group(1)
    demo.wait()
    raise AssertionError("the demo ended before it served:\n" + told)


def typed(block, port, folder):
    """What a block prints, run where var/demo is, with the port that the demo got."""
    check("http://127.0.0.1:8080" in block, "a block says where the demo serves")
    script = block.replace("127.0.0.1:8080", f"127.0.0.1:{port}")
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True, timeout=60,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    check(done.returncode == 0, f"a block ends with 0 {done.stderr}")
    return done.stdout


def commands_of(text):
    """Commands that README tells to try on the demo, inside its sentences."""
    return re.findall(r"`build/release/bin/(entremise --config var/demo/entremise\.toml [^`]+)`", text)


def main():
    text = (ROOT / "README.md").read_text()
    folder = temporary_folder()
    demo = None
    try:
        demo, port = served(folder)
        printed = "".join(typed(block, port, folder) for block in blocks_of(text))
        # jq spreads a problem over lines like any answer: an error would read as one.
        check(not re.search(r'"type": "\S*/problems/|"status": [45]\d\d', printed), "no answer is a problem")
        at = 0
        for pattern, what in PROMISED:
            found = re.compile(pattern, re.M).search(printed, at)
            check(found, what if found else f"{what}: /{pattern}/ is not in\n{printed[at:]}")
            at = found.end()
        check(commands_of(text), "README names commands to try")
        for command in commands_of(text):
            done = subprocess.run(f"{PROGRAMS}/{command}", shell=True, cwd=folder, capture_output=True, text=True, timeout=60)
            check(done.returncode == 0, f"`{command}` ends with 0 {done.stderr}")
    finally:
        if demo is not None:
            demo.terminate()
            demo.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
