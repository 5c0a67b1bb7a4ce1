"""Debian's Chromium over --remote-debugging-pipe: a process, calls and events. The standard library, nothing else."""

import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

PROGRAM = "/usr/bin/chromium"
# Nothing of its own over the network, no window, nothing kept.
SWITCHES = ["--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--password-store=basic",
            "--force-color-profile=srgb", "--ignore-certificate-errors"]


class Complaint(Exception):
    """What the browser refused to do, in its own words."""


def is_there():
    return pathlib.Path(PROGRAM).exists()


class Chromium:
    """One browser process. `call` asks and waits; what it tells unasked goes to `listen`, whatever else happens."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="entremise-chromium-")
        self.listeners, self.buffer, self.asked = [], b"", 0
        incoming, self.writing = os.pipe()
        self.reading, outgoing = os.pipe()
        # The child wants its ends as 3 and 4: copies above both, so that neither is overwritten first.
        ends = [_above(incoming), _above(outgoing)]
        # A container's root has no user namespaces to make the sandbox of.
        switches = SWITCHES + (["--no-sandbox"] if os.getuid() == 0 else [])

        def hand_over():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)
        self.process = subprocess.Popen([PROGRAM, *switches, "--user-data-dir=" + self.folder],
                                        preexec_fn=hand_over, close_fds=False, start_new_session=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (incoming, outgoing, *ends):
            os.close(end)

    def listen(self, listener):
        """`listener(session, method, params)` is called for every event from now on."""
        self.listeners.append(listener)

    def call(self, method, session=None, **params):
        self.asked += 1
        number = self.asked
        message = {"id": number, "method": method, "params": params, **({"sessionId": session} if session else {})}
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writing, data):]
        deadline = time.monotonic() + 60
        while True:
            got = self._next(deadline)
            if got is None:
                raise TimeoutError(f"{method} was not answered")
            if got.get("id") == number:
                if "error" in got:
                    raise Complaint(f"{method}: {got['error'].get('message')}")
                return got["result"]
            self._tell(got)

    def until(self, holds, seconds=15, what="what was waited for"):
        """Hears events until `holds()` is true."""
        deadline = time.monotonic() + seconds
        while not holds():
            got = self._next(deadline)
            if got is None:
                raise TimeoutError(f"{what} did not come within {seconds} s")
            self._tell(got)

    def pause(self, seconds):
        """Lets the browser work, and hears what it tells meanwhile."""
        deadline = time.monotonic() + seconds
        while (got := self._next(deadline)) is not None:
            self._tell(got)

    def _tell(self, got):
        for listener in self.listeners:
            listener(got.get("sessionId"), got.get("method", ""), got.get("params", {}))

    def _next(self, deadline):
        while b"\0" not in self.buffer:
            readable, _, _ = select.select([self.reading], [], [], max(0.0, deadline - time.monotonic()))
            if not readable:
                return None
            data = os.read(self.reading, 1 << 20)
            if not data:
                raise Complaint("the browser has ended")
            self.buffer += data
        raw, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(raw)

    def close(self):
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (OSError, Complaint, TimeoutError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        for end in (self.reading, self.writing):
            os.close(end)
        shutil.rmtree(self.folder, ignore_errors=True)


def _above(end, floor=10):
    """A copy of `end` with a number above those that the child gives away."""
    copies = [os.dup(end)]
    while copies[-1] < floor:
        copies.append(os.dup(end))
    for copy in copies[:-1]:
        os.close(copy)
    return copies[-1]
