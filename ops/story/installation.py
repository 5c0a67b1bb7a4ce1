"""An installation in a folder: configuration, secrets, database, stand-in, server, worker."""

import base64
import os
import pathlib
import secrets
import shutil
import subprocess
import time

CONFIG = """# Written by the demo; every value can be overridden as ENTREMISE_SECTION_KEY.
[database]
url = "{database}"
keys_url = "{keys}"

[keys]
master_key_file = "secrets/master.key"

[http]
port = {port}
metrics_port = {metrics_port}
web_origins = ["http://127.0.0.1:{port}"]
secure_cookies = false

[budgets]  # a few people do here what many would
requests_a_day = 1000000
messages_an_hour = 1000000

[policy]
file = "retouche"  # a built-in one, or a folder of yours: "./atelier"

[clock]
source = "file:clock"

[mail]
folder = "mail"
from = "no-reply@entremise.example"

[mangopay]
url = "http://127.0.0.1:{mangopay_port}"
client_id = "entremise-demo"
api_key_file = "secrets/mangopay.key"
hook_secret_file = "secrets/hook.key"
hook_base_url = "http://127.0.0.1:{port}"

[company]
name = "Entremise Démo SAS"
legal_form = "SAS"
capital = "10 000 EUR"
siren = "732829320"
siret = "73282932000074"
vat_number = "FR44732829320"
rcs_city = "Paris"
address = "1 rue de la Paix"
postcode = "75002"
city = "Paris"
contact_email = "contact@entremise.example"
officer_email = "donnees@entremise.example"
phone = "+33 1 99 00 00 00"  # of a range that nobody is given
publication_director = "Camille Martin"
host_name = "Hébergeur de démonstration SAS"
host_address = "2 rue de la Paix, 75002 Paris"
host_phone = "+33 1 99 00 00 01"
mediator_name = "Médiation de démonstration"
mediator_address = "3 rue de la Paix, 75002 Paris"
mediator_url = "https://mediation.example"

[platform]
name = "Entremise Démo"
web_url = "http://127.0.0.1:{port}"
commission_basis_points = 1000
fiscal_year_end = "12-31"
{more}"""


class Installation:
    """`with Installation(folder, bin) as it:` runs the stand-in and the server on free ports."""

    def __init__(self, folder, programs, database=None, keys=None, port=0, more="", environment=None):
        self.folder = pathlib.Path(folder).absolute()
        self.programs = pathlib.Path(programs).absolute()
        self.database = database or "sqlite:data/entremise.db"
        self.keys = keys or "sqlite:keys/keys.db"
        self.wanted_port, self.more = port, more
        self.environment = {**os.environ, **(environment or {})}
        self.port = self.metrics_port = self.mangopay_port = None
        self.running = {}

    # -- files ---------------------------------------------------------------------------

    def prepare(self):
        """Makes what is not there yet: folders, secrets, configuration, schema."""
        from .client import free_port
        for name in ("data", "keys", "mail", "secrets", "mangopay", "log"):
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._secret("master.key", base64.b64encode(secrets.token_bytes(32)).decode())
        self._secret("mangopay.key", "demo-api-key")
        self._secret("hook.key", secrets.token_hex(24))
        if not (self.folder / "clock").exists():
            self.set_clock("system")
        self.port = self.port or self.wanted_port or free_port()
        self.metrics_port = self.metrics_port or free_port()
        self.mangopay_port = self.mangopay_port or free_port()
        self.write_config()
        self.entremise("migrate")

    def write_config(self):
        self.config.write_text(CONFIG.format(database=self.database, keys=self.keys, port=self.port,
                                             metrics_port=self.metrics_port,
                                             mangopay_port=self.mangopay_port, more=self.more))

    def _secret(self, name, value):
        path = self.folder / "secrets" / name
        if not path.exists():
            path.write_text(value + "\n")
            path.chmod(0o400)

    @property
    def config(self):
        return self.folder / "entremise.toml"

    def set_clock(self, line):
        """'system', '+<microseconds>' or '@<RFC 3339>'; every process follows within 50 ms."""
        temporary = self.folder / "clock.new"
        temporary.write_text(line + "\n")
        temporary.replace(self.folder / "clock")
        time.sleep(0.12)

    # -- programs ------------------------------------------------------------------------

    def entremise(self, *arguments, check=True, config=None, typed=None):
        """Runs one command to its end, `typed` on its standard input, and returns its standard output."""
        command = [self.programs / "entremise", "--config", config or self.config, *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, input=typed)
        if check and done.returncode != 0:
            raise RuntimeError(f"entremise {' '.join(map(str, arguments))} ended with "
                               f"{done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout if check else done

    def start(self, name, *command):
        log = open(self.folder / "log" / f"{name}.log", "ab")
        self.running[name] = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log,
                                              env=self.environment)

    def start_mangopay(self, *more):
        self.start("mangopay-sandbox", self.programs / "mangopay-sandbox", "--port", self.mangopay_port,
                   "--state", self.folder / "mangopay", "--rate-limit-scale", 100, "--clock", f"file:{self.folder / 'clock'}", *more)
        self._wait_for(self.mangopay_port, "mangopay-sandbox")

    def start_server(self, with_worker=True):
        options = ["--with-worker"] if with_worker else []
        self.start("serve", self.programs / "entremise", "--config", self.config, "serve", *options)
        self._wait_for(self.port, "serve")

    def start_worker(self):
        self.start("work", self.programs / "entremise", "--config", self.config, "work")

    def _wait_for(self, port, name, seconds=20):
        import http.client
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.running[name].poll() is not None:
                tail = (self.folder / "log" / f"{name}.log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{name} ended at its start: {tail}")
            try:
                probe = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
                probe.request("GET", "/healthz")
                probe.getresponse().read()
                probe.close()
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"{name} did not open its port")

    def stop(self, name, kill=False, seconds=25):
        process = self.running.pop(name, None)
        if process is None:
            return 0
        process.kill() if kill else process.terminate()
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise

    def stop_all(self, kill=False):
        for name in list(self.running):
            self.stop(name, kill=kill)

    def __enter__(self):
        self.prepare()
        self.start_mangopay()
        self.start_server()
        return self

    def __exit__(self, *_):
        self.stop_all()

    def copy_to(self, folder):
        """The same installation, stopped, in another folder: same secrets, same data, new ports."""
        shutil.copytree(self.folder, folder)
        return Installation(folder, self.programs)
