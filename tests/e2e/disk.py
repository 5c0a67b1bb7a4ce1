"""A small disk of the test's own, that can be filled to the last byte and freed again."""

import os
import pathlib
import subprocess
import sys

SKIPPED = 77  # what ctest shows as skipped


class Disk:
    """A tmpfs of `megabytes` on `folder`. Where the system allows none, the test is skipped."""

    def __init__(self, folder, megabytes):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "entremise-e2e",
                               str(self.folder)], capture_output=True, text=True)
        if done.returncode != 0:
            print("skipped: no small disk can be mounted here: " + done.stderr.strip())
            sys.exit(SKIPPED)

    @property
    def ballast(self):
        return self.folder / "ballast"

    def fill(self):
        """Takes whatever is free at this moment, to the last page."""
        with open(self.ballast, "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 16, 1 << 12, 1):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    pass

    def free(self):
        self.ballast.unlink(missing_ok=True)

    def unmount(self):
        subprocess.run(["umount", "-l", str(self.folder)], check=False)

    def link(self, folder):
        """`folder`, which does not exist yet, lies on this disk from now on."""
        inside = self.folder / pathlib.Path(folder).name
        inside.mkdir(mode=0o700)
        pathlib.Path(folder).parent.mkdir(parents=True, exist_ok=True)
        os.symlink(inside, folder)
