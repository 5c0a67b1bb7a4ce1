"""axe-core on a page in the browser. It comes by npm into the user's cache, once; where it cannot, whoever looks is
told, and in CI (CI=1) that is a fault."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import tarfile
import tempfile

VERSION = "4.14.1"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Absent(Exception):
    """There is no axe-core here, and CI wants one."""


def _cached():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    return cache / "entremise" / f"axe-core-{VERSION}.min.js"


def _fetch(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", f"axe-core@{VERSION}"], cwd=folder, check=True, timeout=120,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with tarfile.open(pathlib.Path(folder) / f"axe-core-{VERSION}.tgz") as package:
            data = package.extractfile("package/axe.min.js").read()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def source():
    """The script, or None where it is not to be had."""
    path = _cached()
    if not path.exists() and shutil.which("npm"):
        try:
            _fetch(path)
        except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError):
            pass
    if not path.exists():
        if os.environ.get("CI") == "1":
            raise Absent(f"axe-core {VERSION} is neither in {path} nor to be had by npm")
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise Absent(f"{path} is not axe-core {VERSION}")
    return data.decode()


class Axe:
    """Looks at pages; `looked` and `skipped` are told at the end."""

    def __init__(self):
        self.script = source()
        self.looked = self.skipped = 0

    def faults(self, person):
        """Each fault of the page that `person`, whose scripts run, is on: rule, weight, where."""
        if self.script is None:
            self.skipped += 1
            return []
        self.looked += 1
        person.js(self.script + "; true")
        found = person.js(f"axe.run(document, {{runOnly: {RULES!r}, resultTypes: ['violations']}})"
                          ".then(r => r.violations.map(v => [v.id, v.impact, v.nodes.map(n => n.target.join(' ') + ': ' +"
                          " n.any.concat(n.all, n.none).map(c => c.message).join('; ')).slice(0, 3)]))")
        return [f"{rule} ({weight}): {' | '.join(where)}" for rule, weight, where in found]

    def told(self):
        if self.script is None:
            return f"axe: {self.skipped} pages skipped, no axe-core {VERSION} here"
        return f"axe: {self.looked} pages"
