"""What lies in an installation's two databases, read past the product."""

import sqlite3
import subprocess

from world import ON_POSTGRES


class Stored:
    def __init__(self, it):
        self.it = it

    def _sqlite(self, which):
        url = self.it.database if which == "data" else self.it.keys
        return sqlite3.connect(self.it.folder / url.removeprefix("sqlite:"))

    def _url(self, which):
        return self.it.database if which == "data" else self.it.keys

    def rows(self, sql, which="data"):
        """The answer's rows, each as a tuple of texts."""
        if not ON_POSTGRES:
            connection = self._sqlite(which)
            try:
                return [tuple(str(cell) for cell in row) for row in connection.execute(sql)]
            finally:
                connection.close()
        done = subprocess.run(["psql", "-AtF", "\x1f", "-d", self._url(which), "-c", sql], capture_output=True, text=True, check=True)
        return [tuple(line.split("\x1f")) for line in done.stdout.splitlines()]

    def tables(self, which):
        sql = ("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'" if ON_POSTGRES else
               "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return sorted(name for name, in self.rows(sql, which))

    def counts(self):
        """How many rows each table of each database has."""
        return {f"{which}.{table}": int(self.rows(f"SELECT COUNT(*) FROM {table}", which)[0][0])
                for which in ("data", "keys") for table in self.tables(which)}

    def dump(self, which):
        """All of it as text, the way a backup has it; with SQLite, the bytes of the file as well."""
        if ON_POSTGRES:
            return subprocess.run(["pg_dump", "-d", self._url(which)], capture_output=True, text=True, check=True).stdout
        connection = self._sqlite(which)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            text = "\n".join(connection.iterdump())
        finally:
            connection.close()
        path = self.it.folder / self._url(which).removeprefix("sqlite:")
        return text + "".join(file.read_bytes().decode("latin-1") for file in path.parent.glob(path.name + "*"))


class Watch:
    """One number in the data database, read again and again at little cost."""

    def __init__(self, it, sql):
        self.stored, self.sql = Stored(it), sql

    def __enter__(self):
        if ON_POSTGRES:
            self.psql = subprocess.Popen(["psql", "-Atq", "-d", self.stored._url("data")], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True, bufsize=1)
        else:
            self.connection = self.stored._sqlite("data")
        return self

    def now(self):
        if not ON_POSTGRES:
            return self.connection.execute(self.sql).fetchone()[0]
        self.psql.stdin.write(self.sql + ";\n")
        return int(self.psql.stdout.readline())

    def __exit__(self, *_):
        if ON_POSTGRES:
            self.psql.stdin.close()
            self.psql.wait()
        else:
            self.connection.close()
