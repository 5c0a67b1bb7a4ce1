"""Whether the tests of a folder notice a fault."""

import collections
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

from ops.proof import tree

SHARDS = max(1, os.cpu_count() or 1)
MOST_MEMORY = 6 << 30
MOST_FILE = 512 << 20
SHORTEST_TIMEOUT = 20


class Bench:
    """The test binaries, how long each takes on the sound tree, and which tests killed before."""

    def __init__(self):
        self.seconds = {}
        self.killers = collections.defaultdict(collections.Counter)

    def prepare(self, names):
        """Builds and runs them on the sound tree; what fails there can prove nothing."""
        said = tree.build(sorted({target for name in names for target in targets(name)}))
        if said:
            raise SystemExit(f"the sound tree does not build:\n{said[-4000:]}")
        for name in names:
            began = time.monotonic()
            killer = run(name, timeout=1200)
            if killer:
                raise SystemExit(f"the sound tree fails tests/{name}: {killer}")
            self.seconds[name] = time.monotonic() - began

    def killer_of(self, folder, names):
        """The first test that fails, "hang" or "crash" among them; None if none does; "" if it does not compile."""
        for name, test in self.likely(folder, names):
            killer = self._tried(folder, name, test)
            if killer is not None:
                return killer
        for name in names:
            killer = self._tried(folder, name)
            if killer is not None:
                return killer
        return None

    def likely(self, folder, names):
        """Tests that killed most in this folder, a few."""
        known = [(name, test) for (name, test), _ in self.killers[folder].most_common() if name in names]
        return known[:3]

    def _tried(self, folder, name, test="*"):
        if tree.build(targets(name), keep=False):
            return ""
        failed = run(name, test, timeout=SHORTEST_TIMEOUT + 4 * self.seconds[name])
        if failed is None:
            return None
        if "." in failed:
            self.killers[folder][name, failed] += 1
        return f"{name}: {failed}"


def targets(name):
    """What a witness needs: a folder of tests/, also "kernel@postgresql", or a script of tests/e2e."""
    if name.endswith("_test"):
        return ["entremise", "mangopay-sandbox"]
    return ["mangopay-sandbox", f"tests_{name.partition('@')[0]}"]


def run(name, test="*", timeout=60):
    """The name of the test that failed first, "crash" or "hang"; None when all passed."""
    shards = SHARDS if test == "*" and not name.endswith("_test") else 1
    scratch = tempfile.mkdtemp(prefix="entremise-mutant-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    running = [_start(name, test, shard, shards, scratch) for shard in range(shards)]
    try:
        return _first_failure(running, time.monotonic() + timeout, pathlib.Path(scratch))
    finally:
        for process in running:
            _end(process)
        shutil.rmtree(scratch, ignore_errors=True)


def _start(name, test, shard, shards, scratch):
    folder, _, engine = name.partition("@")
    environment = {key: value for key, value in os.environ.items() if key != "ENTREMISE_TEST_DATABASE_URL"}
    environment |= {"GTEST_TOTAL_SHARDS": str(shards), "GTEST_SHARD_INDEX": str(shard),
                    "ENTREMISE_TEST_FOLDER": scratch}
    if engine == "postgresql":
        environment["ENTREMISE_TEST_DATABASE_URL"] = os.environ["ENTREMISE_PROOF_POSTGRESQL"]
    command = ([tree.BIN / f"tests_{folder}", f"--gtest_filter={test}", "--gtest_fail_fast"]
               if not folder.endswith("_test") else ["python3", f"tests/e2e/{folder}.py", tree.BIN])
    with open(f"{scratch}/{shard}.log", "w") as log:
        return subprocess.Popen(command, cwd=tree.COPY, env=environment, stdout=log, stderr=log,
                                stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_bounded)


def _bounded():
    """A fault may ask for all memory or write without end."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE, MOST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _first_failure(running, deadline, scratch):
    while time.monotonic() < deadline:
        ended = [process.poll() for process in running]
        for shard, status in enumerate(ended):
            if status not in (None, 0):
                return _failed_test((scratch / f"{shard}.log").read_text(errors="replace"))
        if all(status == 0 for status in ended):
            return None
        time.sleep(0.02)
    return "hang"


def _failed_test(log):
    failed = re.search(r"^\[  FAILED  \] (\S+?)(?:,| \(|$)", log, re.MULTILINE)
    if failed:
        return failed[1]
    begun = re.findall(r"^\[ RUN      \] (\S+)", log, re.MULTILINE)
    return f"crash in {begun[-1]}" if begun else "crash"


def _end(process):
    """With everything it started: the stand-in is its child."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
