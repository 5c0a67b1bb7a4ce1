"""A private copy of the working tree in build/mutants, with a build of its own: faults are planted there only."""

import contextlib
import fcntl
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / "build/mutants/tree"
BIN = COPY / "build/dev/bin"
NOT_COPIED = {".git", "build", "var", "__pycache__", "node_modules"}
ENVIRONMENT = {"CCACHE_NOHASHDIR": "1", "CCACHE_BASEDIR": str(COPY),
               "CCACHE_SLOPPINESS": "pch_defines,time_macros,include_file_mtime,include_file_ctime"}


def folders_of(rooms, outside):
    """Each folder of these rooms that has source files, and those files, as paths from the root."""
    found = {}
    for path in sorted(files()):
        is_outside = any(path.is_relative_to(folder) for folder in outside)
        if path.parts[0] in rooms and path.suffix == ".cpp" and not is_outside:
            found.setdefault(str(path.parent), []).append(str(path))
    return found


def files():
    """Everything in the working tree, as it lies there, but for what is built or left by a run."""
    found = set()
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in NOT_COPIED]
        found.update(pathlib.Path(folder, name).relative_to(ROOT) for name in names if name not in NOT_COPIED)
    return found


@contextlib.contextmanager
def copied():
    """The copy, made equal to the working tree; one run at a time."""
    COPY.mkdir(parents=True, exist_ok=True)
    with open(COPY.parent / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit("ops/check --mutants already runs here")
        _make_equal()
        yield


def _make_equal():
    """Only what differs is written, so that only that is compiled again."""
    wanted = files()
    for path in wanted:
        there, here = COPY / path, ROOT / path
        if not there.is_file() or there.read_bytes() != here.read_bytes():
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(here.read_bytes())
            there.chmod(here.stat().st_mode)
    for there in COPY.rglob("*"):
        path = there.relative_to(COPY)
        if there.is_file() and path.parts[0] != "build" and path not in wanted:
            there.unlink()


@contextlib.contextmanager
def planted(path, text):
    """The file reads `text` until the block ends."""
    file = COPY / path
    original = file.read_text()
    file.write_text(text)
    try:
        yield
    finally:
        file.write_text(original)


def build(targets, keep=True):
    """What the compiler said, empty when it was content. A faulty object need not be kept by ccache."""
    environment = os.environ | ENVIRONMENT | ({} if keep else {"CCACHE_READONLY": "1"})
    if not (COPY / "build/dev/build.ninja").exists():
        _said(["cmake", "--preset", "dev", "-DENTREMISE_PCH=ON"], environment)
    return _said(["ninja", "-C", "build/dev", *targets], environment)


def _said(command, environment):
    done = subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr or "failed"
