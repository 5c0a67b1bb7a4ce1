"""The demo, as `ops/demo --exit` plays it, on the programs that were built: it ends well, and
tells the whole story."""

import re
import shutil
import socket
import subprocess
import sys

from world import PROGRAMS, ROOT, check, temporary_folder

# What a newcomer has to read on the way, in this order.
TOLD = (
    r"Living through 150 days of a market first",
    r"1\. Two people sign up",
    r"a form with holes is refused \(422\), naming: .*person\.surname",
    r"the public page says: Ben M\., Lyon",
    r"a search for « robe » in Lyon finds 1 service",
    r"payable",
    r"accepted: the order ord_\w+ awaits its payment",
    r"the money is at Mangopay, held for this order",
    r"a Factur-X file, PDF/A-3 with its XML inside: \S+\.pdf",
    r"the ledger is sound",
    r"every series is whole",
    r"More of the market",
    r"13 more providers, 8 clients and 30 orders",
    r"every hash of the manifest, recomputed here: right",
    r"Zoé closes the account from the account itself",
    r"account, wholly",
    r"\(a message removed with its author\)",
    r"her review stays under a pseudonym",
    r"the accountant's documents: the same to the byte",
    r"Ten years after the fiscal year's end",
    r"still verify: every series is whole",
    r"the plan finds nothing more that is due",
    r"Try it yourself",
    r"Open the site: +http://127\.0\.0\.1:\d+/",
    r"ana@example\.org +\S+ +Ana, a client",
    r"elodie@example\.net +\S+ +Élodie",
    r"one_time_code [A-Z2-7]{32}",
    r"Read the API: +http://127\.0\.0\.1:\d+/docs",
)


def main():
    folder = temporary_folder()
    try:
        done = subprocess.run([sys.executable, "-m", "ops.story.demo", "--exit", "--port", "0", "--folder", folder / "demo",
                               "--programs", PROGRAMS], cwd=ROOT, capture_output=True, text=True, timeout=240)
        if done.returncode != 0:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        check(done.returncode == 0, "the demo ends with 0")
        at = 0
        for pattern in TOLD:
            found = re.compile(pattern).search(done.stdout, at)
            check(found, f"it tells /{pattern}/" + ("" if found else f", but: {done.stdout[at:]}"))
            at = found.end()
        wrong = re.findall(r".*(?:WRONG|CHANGED|STILL DUE|Traceback).*", done.stdout + done.stderr)
        check(not wrong, f"and nothing else {wrong or ''}")
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)/docs", done.stdout).group(1))
        with socket.socket() as probe:
            check(probe.connect_ex(("127.0.0.1", port)) != 0, "the server has ended with it")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
