"""Mangopay hangs and pictures are heavy: whoever needs neither notices nothing, one account's requests
do not fill what is there for all, and what decodes pictures can do nothing else."""

import struct
import subprocess
import threading
import time
import zlib

from world import PROGRAMS, World, check

from ops.story import deal, people
from ops.story.client import Client

LATE = 4500  # milliseconds: the server gives a person's request four seconds
POOLS = """
[pools]
outbound_threads = 2
outbound_each = 3
"""


def png(width, height):
    """Black, and small as a file however large it is as a picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compressobj(9)
    data = b"".join(rows.compress(b"\0" * (1 + width)) for _ in range(height)) + rows.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", data) + chunk(b"IEND", b""))


def until(holds, what, seconds=30):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come")
        time.sleep(0.02)


class Slow:
    def __init__(self, world):
        self.world = world
        client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        self.ben = deal.Provider(client, mailbox, "ben@example.org", people.company_provider("Ben", "Moreau", "Atelier Ben", 1))
        self.ben.give_legal_details()
        self.ben.enrol()
        self.ana = deal.Buyer(client, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))

    def pool(self, name, what):
        metrics = Client(self.world.it.metrics_port).send("GET", "/metrics").data.decode()
        return next(float(line.split()[1]) for line in metrics.splitlines()
                    if line.startswith(f'entremise_pool_{what}{{pool="{name}"}}'))

    def enrol(self, answers):
        """Asks Mangopay for a page, on a connection of its own."""
        alone = Client(self.world.it.port, self.ben.api.token)
        answers.append(alone.send("POST", "/v1/me/strong-authentication", {"password": people.PASSWORD}))

    def upload(self, picture):
        return self.ben.api.send("PUT", "/v1/me/page/photo", picture, {"Content-Type": "image/png"})

    # -- the story -----------------------------------------------------------------------

    def mangopay_hangs(self):
        self.world.mangopay("POST", "/control/faults", {"kind": "delay", "count": 1000, "delay_ms": LATE})
        answers = []
        waiting = [threading.Thread(target=self.enrol, args=(answers,)) for _ in range(3)]
        for thread in waiting:
            thread.start()
        until(lambda: self.pool("outbound", "running") == 2 and self.pool("outbound", "waiting") == 1, "three who wait")
        refused = []
        self.enrol(refused)
        check(refused[0].status == 429 and int(refused[0].headers["retry-after"]) > 0, "a fourth at once is told to wait")
        check(self.pool("outbound", "refused") == 1, "and counted")
        opened = Client(self.world.it.port).send("POST", "/v1/sessions", {"email": self.ana.address, "password": people.PASSWORD})
        uploaded = self.upload(png(400, 300))
        check(opened.status == 201 and uploaded.status == 200 and not answers, "others sign in, pictures are taken, while Mangopay hangs")
        for thread in waiting:
            thread.join()
        check(all(answer.status == 503 for answer in answers), "who waited is told that Mangopay does not answer")
        self.world.mangopay("DELETE", "/control/faults")
        self.ben.enrol()
        check(True, "and is served once it does")

    def resident_mb(self):
        status = open(f"/proc/{self.world.it.running['serve'].pid}/status").read()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def pictures_are_heavy(self):
        before = self.resident_mb()
        largest = png(4000, 4000)
        for _ in range(3):
            check(self.upload(largest).status == 200, f"a picture of 16 million pixels in {len(largest)} bytes")
        grown = self.resident_mb() - before
        check(grown < 40, f"its memory is not the server's: {grown:.0f} MB more")
        refused = self.upload(png(4001, 4000))
        check(refused.status == 413 and "16 million" in refused.json["detail"], "one row more is refused")
        deep = self.upload(largest[:24] + b"\x10\x06" + largest[26:])
        check(deep.status == 413 and "64 million bytes" in deep.json["detail"], "so is four times sixteen bits for each pixel")

    def the_helper_is_confined(self):
        helper = subprocess.Popen([PROGRAMS / "entremise-pictures"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={})

        def status():
            return dict(line.split(":\t", 1) for line in open(f"/proc/{helper.pid}/status").read().splitlines() if ":\t" in line)
        until(lambda: status()["Seccomp"] == "2", "its filter of system calls")
        check(status()["NoNewPrivs"] == "1", "what decodes pictures gains no privileges")
        limits = open(f"/proc/{helper.pid}/limits").read()
        for name in ("Max open files", "Max processes", "Max core file size"):
            row = next(line for line in limits.splitlines() if line.startswith(name))
            check(row[len("Max core file size"):].split()[:2] == ["0", "0"], f"{name.lower()}: none")
        out, _ = helper.communicate(b"no picture")
        check(helper.returncode == 12 and out == b"", "and tells what is no picture by its exit status alone")
        processor = next(line for line in limits.splitlines() if line.startswith("Max cpu time"))
        check(processor.split()[3:5] == ["3", "4"], "three seconds of processor, and one to say so")


def main():
    with World(more=POOLS) as world:
        world.it.start_mangopay()
        world.it.start_server()
        story = Slow(world)
        story.mangopay_hangs()
        story.pictures_are_heavy()
        story.the_helper_is_confined()


if __name__ == "__main__":
    main()
