"""What a request asks of the database, read off PostgreSQL's own log and made a pgbench script.

The reference cannot drift from the product: it is the product's own statements, parameter for
parameter. A request is recorded twice; what differs between the two is what must differ from run
to run, and becomes a pgbench variable: ids and keys random, a conversation's number as returned."""

import re
import subprocess
import time

PREFIX = "@@@ "
ID = re.compile(r"^([a-z]{3}_)[0-9a-z]{26}$")
UUID = re.compile(r"^[0-9a-f-]{36}$")


class Recorder:
    def __init__(self, postgres, database_url):
        self.postgres, self.url = postgres, database_url

    def _sql(self, *statements):
        for statement in statements:
            subprocess.run(["psql", "-q", self.url, "-c", statement], check=True, capture_output=True)

    def __enter__(self):
        self._sql("ALTER SYSTEM SET log_statement = 'all'", f"ALTER SYSTEM SET log_line_prefix = '{PREFIX}'",
                  "SELECT pg_reload_conf()")
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        self._sql("ALTER SYSTEM RESET log_statement", "ALTER SYSTEM RESET log_line_prefix", "SELECT pg_reload_conf()")
        time.sleep(0.5)

    def statements(self, request):
        """The (text, parameters) that `request()` sends, in order."""
        log = self.postgres.folder / "log"
        start = log.stat().st_size
        request()
        time.sleep(0.3)
        with open(log, "rb") as file:
            file.seek(start)
            text = file.read().decode()
        found = []
        for entry in text.split(PREFIX)[1:]:
            kind, _, rest = entry.partition(":  ")
            rest = rest.strip()
            if kind == "LOG" and (rest.startswith("statement: ") or rest.startswith("execute ")):
                found.append([rest.split(": ", 1)[1], []])
            elif kind == "DETAIL" and rest.startswith("parameters: "):
                found[-1][1] = re.findall(r"\$\d+ = ('(?:[^']|'')*'|NULL)", rest)
        return found


def script(first, second):
    """A pgbench script out of two recordings of the same request that ask the same."""
    names = {}
    lines = ["\\set r random(1, 1000000000)", "\\set s random(1, 1000000000)"]
    numbered = False
    for (text, values), (_, others) in zip(first, second):
        if text in ("BEGIN", "COMMIT"):
            lines.append(text + ";")
            continue
        filled = [_spelled(value, other, names, numbered) for value, other in zip(values, others)]
        statement = re.sub(r"\$(\d+)", lambda m: filled[int(m.group(1)) - 1], " ".join(text.split()))
        if "RETURNING last_seq" in statement:
            numbered = True
            lines.append(statement + " \\gset")
        else:
            lines.append(statement + ";")
    return "\n".join(lines) + "\n"


def _spelled(value, other, names, numbered):
    plain = value.strip("'")
    if value == other or value == "NULL":
        return value
    if plain.isdigit() and len(plain) < 10 and int(other.strip("'")) == int(plain) + 1 and numbered:
        return ":last_seq"
    if ID.match(plain):
        names.setdefault(plain, f"'{plain[:4]}' || lpad(:r::text, 13, '0') || lpad((:s + {len(names)})::text, 13, '0')")
        return names[plain]
    if UUID.match(plain):
        return "'key-' || :r || '-' || :s"
    return value  # a time, a sealed value: any will do
