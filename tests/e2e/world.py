"""What the end-to-end tests stand on: programs, databases, nginx. Each test file is a script that
gets the folder of the binaries as its argument and ends with exit code 0 only when all held."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from disk import Disk  # noqa: E402
from ops.story.client import Client, Problem, free_port  # noqa: E402
from ops.story.installation import Installation  # noqa: E402

PROGRAMS = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/bin").absolute()
ON_POSTGRES = bool(os.environ.get("ENTREMISE_TEST_DATABASE_URL"))


def check(holds, what):
    """Positive invariant, told when it does not hold."""
    if not holds:
        raise AssertionError(what)
    print("  ok: " + what, flush=True)


def temporary_folder(durable=False):
    base = None if durable or not os.path.isdir("/dev/shm") else "/dev/shm"
    return pathlib.Path(tempfile.mkdtemp(prefix="entremise-e2e-", dir=base))


class Postgres:
    """A PostgreSQL of the test's own, durable, that may be killed."""

    def __init__(self, folder, small=False):
        self.folder = pathlib.Path(folder)
        self.settings = ["-c", "min_wal_size=2MB", "-c", "max_wal_size=8MB"] if small else []
        self.bin = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        self.as_user = []
        self.user = os.environ.get("USER", "postgres")
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.getuid() == 0:
            self.user = "postgres"
            shutil.chown(self.folder, "postgres")
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "env", "HOME=/tmp"]
        for parent in [self.folder, *self.folder.parents][:2]:
            parent.chmod(parent.stat().st_mode | 0o011)
        self._run("initdb", "-D", self.folder / "data", "-U", self.user, "-A", "trust", "--data-checksums",
                  "-E", "UTF8", "--locale=C.UTF-8", *(["--wal-segsize=1"] if small else []))
        self.process = None
        self.start()

    def _run(self, program, *arguments):
        subprocess.run([*self.as_user, str(self.bin / program), *map(str, arguments)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(
            [*self.as_user, str(self.bin / "postgres"), "-D", str(self.folder / "data"), "-c", "listen_addresses=",
             "-c", f"unix_socket_directories={self.folder}", "-c", "max_connections=100", *self.settings],
            stdout=log, stderr=log, start_new_session=True)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            ready = subprocess.run([self.bin / "pg_isready", "-h", self.folder, "-q"])
            if ready.returncode == 0:
                return
            if self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text(errors="replace")[-1500:])
            time.sleep(0.05)
        raise RuntimeError("PostgreSQL did not start")

    def create(self, name, template="template1"):
        self._run("createdb", "-h", self.folder, "-U", self.user, "-T", template, name)
        return f"postgresql:///{name}?host={self.folder}&user={self.user}"

    def ended(self, within):
        """Whether the postmaster ends by itself."""
        try:
            self.process.wait(within)
            return True
        except subprocess.TimeoutExpired:
            return False

    def kill(self):
        """kill -9 of the postmaster and of every child: like a power cut to the process tree."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        time.sleep(0.1)

    def stop(self, how=signal.SIGINT):
        """SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one."""
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()


class World:
    """An installation on the database under test, torn down at the end. With `disk_megabytes`,
    databases and mails lie on a disk of that size."""

    def __init__(self, durable=False, disk_megabytes=None, **installation):
        self.folder = temporary_folder(durable)
        self.postgres = self.disk = None
        if disk_megabytes:
            self.folder.chmod(0o711)
            self.disk = Disk(self.folder / "disk", disk_megabytes)
            for name in ("data", "keys", "mail"):
                self.disk.link(self.folder / "it" / name)
        if ON_POSTGRES:
            self.postgres = Postgres((self.disk or self).folder / "pg", small=self.disk is not None)
            installation |= {"database": self.postgres.create("data"), "keys": self.postgres.create("keys")}
        self.it = Installation(self.folder / "it", PROGRAMS, **installation)

    def copy_of_it(self):
        """The installation, which is stopped, once more: same secrets, same data, own databases."""
        folder, more = self.folder / "copy", {}
        shutil.copytree(self.it.folder, folder)
        if self.postgres:
            more = {"database": self.postgres.create("data_copy", "data"), "keys": self.postgres.create("keys_copy", "keys")}
        copy = Installation(folder, PROGRAMS, **more)
        copy.prepare()
        return copy

    def mangopay(self, method, path, body=None):
        """Asks the stand-in, in ways the product cannot."""
        return Client(self.it.mangopay_port).call(method, path, body).json

    def __enter__(self):
        self.it.prepare()
        return self

    def __exit__(self, kind, failure, trace):
        self.it.stop_all(kill=kind is not None)
        if self.postgres:
            self.postgres.stop()
        if kind is not None:
            for log in (self.it.folder / "log").glob("*.log"):
                print(f"--- {log.name}\n" + log.read_text(errors="replace")[-3000:], file=sys.stderr)
        if self.disk:
            self.disk.unmount()
        shutil.rmtree(self.folder, ignore_errors=True)


class Nginx:
    """The product's own nginx configuration, with a certificate made on the spot."""

    def __init__(self, folder, upstream_port):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        for name in ("logs", "temp", "tls"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=127.0.0.1", "-keyout", self.folder / "tls/key.pem", "-out",
                        self.folder / "tls/certificate.pem"], check=True, capture_output=True)
        text = (ROOT / "ops/deployment/nginx.conf").read_text()
        text = text.replace("127.0.0.1:8080", f"127.0.0.1:{upstream_port}").replace("127.0.0.1:8443", f"127.0.0.1:{self.port}")
        user = "user root;\n" if os.getuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(user + "daemon off;\n" + text)
        self.process = subprocess.Popen(["nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")],
                                        stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                Client(self.port, tls=True).send("GET", "/healthz")
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError((self.folder / "logs/error.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Stubborn:
    """A client that repeats a request with the same Idempotency-Key until it is answered: what
    it was told happened, happened; what it was not told, it asks again."""

    def __init__(self, client, seconds=90):
        self.client, self.seconds = client, seconds
        self.lost = 0

    def send(self, method, path, body=None, headers=None):
        key = str(uuid.uuid4())
        deadline = time.monotonic() + self.seconds
        while True:
            try:
                answer = self.client.send(method, path, body, {"Idempotency-Key": key, **(headers or {})})
                if answer.status < 500 and answer.status != 429:
                    return answer
            except OSError:
                pass
            self.lost += 1
            if time.monotonic() > deadline:
                raise TimeoutError(f"{method} {path} was never answered")
            time.sleep(0.1)

    def get(self, path):
        answer = self.send("GET", path)
        if answer.status != 200:
            raise Problem("GET", path, answer.status, answer.data)
        return answer.json

    def post(self, path, body=None, accept=(200, 201, 202, 204)):
        answer = self.send("POST", path, {} if body is None else body)
        if answer.status not in accept:
            raise Problem("POST", path, answer.status, answer.data)
        return answer.json

    def until(self, path, wanted, seconds=300):
        deadline = time.monotonic() + seconds
        while True:
            seen = self.get(path)
            if wanted(seen):
                return seen
            if time.monotonic() > deadline:
                raise TimeoutError(f"{path}: last seen {seen}")
            time.sleep(0.1)
