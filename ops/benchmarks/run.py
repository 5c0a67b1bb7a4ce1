"""ops/bench: medians and ratios of one interleaved run; `--json` for programs."""

import argparse
import json
import pathlib
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/e2e"))
_arguments, sys.argv = sys.argv, [sys.argv[0], str(ROOT / "build/release/bin")]
import world  # noqa: E402
sys.argv = _arguments

from ops.benchmarks import load, market  # noqa: E402
from ops.benchmarks.recorded import Recorder, script  # noqa: E402
from ops.story import deal, people  # noqa: E402
from ops.story.client import Client  # noqa: E402
from ops.story.installation import Installation  # noqa: E402

QUIET = "\n[log]\nrequests = false\nlevel = \"warning\"\n"


def installed(folder, database=None, keys=None):
    it = Installation(folder, ROOT / "build/release/bin", database=database, keys=keys, more=QUIET,
                      environment={"ENTREMISE_BUDGETS_SESSIONS": "1000000"})
    it.prepare()
    it.start_mangopay()
    it.start_server()
    pairs = market.populate(it)
    it.stop("serve")
    it.start_server(with_worker=False)  # the jobs would compete with what is measured
    return it, pairs


def on_postgresql(folder, seconds, rounds):
    postgres = world.Postgres(folder / "pg")
    try:
        url = postgres.create("data")
        it, pairs = installed(folder / "it", url, postgres.create("keys"))
        pid = it.running["serve"].pid
        endpoints = market.endpoints(pairs)
        scripts = {name: recorded(postgres, url, once, pairs) for name, (once, _, _) in endpoints.items()}
        figures = {}
        for _ in range(rounds):
            for name, (_, lua, _) in endpoints.items():
                figures.setdefault(name, []).append((load.wrk(it.port, lua, seconds, pid=pid),
                                                     load.pgbench(url, scripts[name], seconds)))
        result = {name: summary(rows) for name, rows in figures.items()}
        for name, (_, _, target) in endpoints.items():
            if target:
                result[name]["at 80 %"] = open_loop(it.port, target, result[name]["rate"] * 0.8, seconds, rounds)
        result["memory"] = memory(it, endpoints["public provider page"][1], pid)
        result["stalled readers"] = stalled(it, pairs, endpoints["public provider page"][2], seconds)
        result["slow Mangopay"] = slow_mangopay(it, pairs, endpoints["public provider page"][2], seconds)
        result["sign-in"] = signing_in(it, pairs, max(seconds, 20))
        it.stop_all()
        return result
    finally:
        postgres.stop()


def sign_in_alone(folder, seconds):
    postgres = world.Postgres(folder / "pg")
    try:
        it, pairs = installed(folder / "it", postgres.create("data"), postgres.create("keys"))
        result = {"sign-in": signing_in(it, pairs, max(seconds, 20))}
        it.stop_all()
        return result
    finally:
        postgres.stop()


def recorded(postgres, url, once, pairs):
    return [settled(postgres, url, lambda: once(pair)) for pair in pairs]


def settled(postgres, url, request, most=6):
    """The request's script once two recordings in a row ask the same: a session's first request
    of the hour also notes that it was seen, and a first statement is prepared before it runs."""
    with Recorder(postgres, url) as recorder:
        earlier = recorder.statements(request)
        for _ in range(most):
            later = recorder.statements(request)
            if [text for text, _ in earlier] == [text for text, _ in later]:
                return script(earlier, later)
            earlier = later
    raise RuntimeError("no two recordings of the request ask the same")


def on_sqlite(folder, seconds, rounds):
    it, pairs = installed(folder / "it")
    pid = it.running["serve"].pid
    result = {}
    for name, (_, lua, _) in market.endpoints(pairs).items():
        rows = [(load.wrk(it.port, lua, seconds, pid=pid), None) for _ in range(rounds)]
        result[name] = summary(rows)
    result["memory"] = {"resident_mb": round(load.resident_mb(pid), 1)}
    it.stop_all()
    return result


def summary(rows):
    served = [row for row, _ in rows]
    middle = {key: round(statistics.median(row[key] for row in served), 2) for key in ("rate", "p50_ms", "p99_ms", "cpu_us")}
    middle["failed"] = sum(row["failed"] for row in served)
    if rows[0][1] is not None:
        middle["pgbench"] = round(statistics.median(reference for _, reference in rows), 1)
        middle["ratio"] = round(statistics.median(row["rate"] / reference for row, reference in rows), 3)
    return middle


def open_loop(port, target, rate, seconds, rounds):
    seen = [load.open_loop(port, *target, rate, seconds) for _ in range(rounds)]
    middle = {key: round(statistics.median(one[key] for one in seen), 3) for key in ("p50_ms", "p99_ms")}
    return {**middle, "p99/p50": round(statistics.median(one["p99_ms"] / one["p50_ms"] for one in seen), 2)}


def memory(it, lua, pid, requests=1_000_000):
    """Resident memory before and after a million requests."""
    load.wrk(it.port, lua, 3)
    before, done = load.resident_mb(pid), 0
    while done < requests:
        done += load.wrk(it.port, lua, 10)["count"]
    return {"resident_mb": round(load.resident_mb(pid), 1), "grown_mb": round(load.resident_mb(pid) - before, 2), "requests": done}


def stalled(it, pairs, target, seconds, readers=20):
    """p99 of the page alone, and while clients that asked for large downloads do not read."""
    client = Client(it.port, pairs[0].provider.api.token)
    key = client.post("/v1/me/archive-keys", {"label": "bench", "expires_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 86400)),
                                               "password": people.PASSWORD})["key"]
    alone = load.open_loop(it.port, *target, 1000, seconds)
    sockets = []
    for _ in range(readers):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(("127.0.0.1", it.port))
        ask = f"GET /v1/archive/export?from=2020-01-01&to=2035-12-31 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n"
        one.sendall(ask.encode() * 8)
        sockets.append(one)
    beside = load.open_loop(it.port, *target, 1000, seconds)
    for one in sockets:
        one.close()
    return {"alone_p99_ms": alone["p99_ms"], "beside_p99_ms": beside["p99_ms"],
            "factor": round(beside["p99_ms"] / alone["p99_ms"], 2)}


def slow_mangopay(it, pairs, target, seconds):
    """p99 of the page while people pay and Mangopay answers after two seconds."""
    alone = load.open_loop(it.port, *target, 1000, seconds)
    control = Client(it.mangopay_port)
    control.post("/control/faults", {"kind": "delay", "count": 1000, "delay_ms": 2000})
    stop = threading.Event()

    def pay(pair):
        while not stop.is_set():
            order = next(o for o in pair.buyer.api.get("/v1/orders?limit=100")["items"] if o["state"] == "awaiting_payment")
            if pair.buyer.api.send("POST", f"/v1/orders/{order['id']}/payment", {}).status >= 400:
                stop.wait(2)  # as people do: whoever is told to wait asks no sooner
    threads = [threading.Thread(target=pay, args=(pair,), daemon=True) for pair in pairs]
    for thread in threads:
        thread.start()
    beside = load.open_loop(it.port, *target, 1000, seconds)
    stop.set()
    control.call("DELETE", "/control/faults")
    for thread in threads:
        thread.join(30)
    return {"alone_p99_ms": alone["p99_ms"], "beside_p99_ms": beside["p99_ms"],
            "factor": round(beside["p99_ms"] / alone["p99_ms"], 2)}


HANGING = 40  # of each kind; an account has its share of them, the rest is refused and comes again


def signing_in(it, pairs, seconds, rate=5):
    """p99 of signing in, alone and while the largest pictures are uploaded and Mangopay hangs."""
    people_who_sign_in = [one.address for pair in pairs for one in (pair.buyer, pair.provider)]

    def sign_in(number):
        address = people_who_sign_in[number % len(people_who_sign_in)]
        answer = Client(it.port).send("POST", "/v1/sessions", {"email": address, "password": people.PASSWORD})
        return answer.status == 201
    alone = load.at_rate(sign_in, rate, seconds)
    control = Client(it.mangopay_port, timeout=120)  # it answers what it is late with first
    control.post("/control/faults", {"kind": "delay", "count": 1000000, "delay_ms": 6000})
    largest, stop = deal.picture(0, 0, 0, side=4000), threading.Event()
    waiting = [[order["id"] for order in pair.buyer.api.get("/v1/orders?limit=100")["items"] if order["state"] == "awaiting_payment"]
               for pair in pairs]

    def again_and_again(token, *request):
        api = Client(it.port, token)
        while not stop.is_set():
            if api.send(*request).status == 429:
                stop.wait(2)
    threads = []
    for number in range(HANGING):
        pair, orders = pairs[number % len(pairs)], waiting[number % len(pairs)]
        upload = (pair.provider.api.token, "PUT", "/v1/me/page/photo", largest, {"Content-Type": "image/png"})
        payment = (pair.buyer.api.token, "POST", f"/v1/orders/{orders[number // len(pairs) % len(orders)]}/payment", {})
        threads += [threading.Thread(target=again_and_again, args=request, daemon=True) for request in (upload, payment)]
    for thread in threads:
        thread.start()
    time.sleep(2)
    beside = load.at_rate(sign_in, rate, seconds)
    stop.set()
    for thread in threads:
        thread.join(60)
    control.call("DELETE", "/control/faults")
    return {"of": "its", "alone_p99_ms": alone["p99_ms"], "beside_p99_ms": beside["p99_ms"],
            "factor": round(beside["p99_ms"] / alone["p99_ms"], 2), "failed": alone["failed"] + beside["failed"]}


def main():
    options = argparse.ArgumentParser(prog="ops/bench", description=__doc__)
    options.add_argument("--json", action="store_true")
    options.add_argument("--seconds", type=int, default=5, help="of each measurement")
    options.add_argument("--rounds", type=int, default=3, help="interleaved; medians are shown")
    options.add_argument("--only", choices=("postgresql", "sqlite", "sign-in"))
    chosen = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="entremise-bench-"))
    folder.chmod(0o755)  # PostgreSQL runs as its own user
    started = time.monotonic()
    try:
        result = {}
        if chosen.only == "sign-in":
            result["postgresql"] = sign_in_alone(folder / "postgresql", chosen.seconds)
        if chosen.only in (None, "postgresql"):
            result["postgresql"] = on_postgresql(folder / "postgresql", chosen.seconds, chosen.rounds)
        if chosen.only in (None, "sqlite"):
            result["sqlite"] = on_sqlite(folder / "sqlite", chosen.seconds, chosen.rounds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if chosen.json:
        return print(json.dumps(result, indent=2))
    for database, figures in result.items():
        shown(database, figures)
    print(f"\nratio: the server's rate over pgbench's for the same statements. {time.monotonic() - started:.0f} s in all.")
    return None


COLUMNS = (("req/s", "rate", ""), ("pgbench/s", "pgbench", ""), ("ratio", "ratio", ""), ("p50", "p50_ms", " ms"),
           ("p99", "p99_ms", " ms"), ("CPU", "cpu_us", " µs"), ("failed", "failed", ""))


def shown(database, figures):
    """The three requests as a table, then what was measured beside them, a line each."""
    print(f"\n{database:24}" + "".join(f"{title:>11}" for title, _, _ in COLUMNS))
    for name, row in figures.items():
        if "rate" in row:
            print(f"  {name:22}" + "".join(f"{str(row.get(key, '-')) + unit:>11}" for _, key, unit in COLUMNS))
    for name, row in figures.items():
        if "at 80 %" in row:
            steady = row["at 80 %"]
            print(f"  {name}, open loop at 80 %: p50 {steady['p50_ms']} ms, p99 {steady['p99_ms']} ms, p99/p50 {steady['p99/p50']}")
    for name, row in figures.items():
        if "requests" in row:
            print(f"  {name}: {row['resident_mb']} MB resident, grown by {row['grown_mb']} MB over {row['requests']:,} requests")
        elif "factor" in row:
            whose, failed = row.get("of", "the page's"), f", {row['failed']} failed" if row.get("failed") else ""
            print(f"  {name}: {whose} p99 {row['alone_p99_ms']} ms alone, {row['beside_p99_ms']} ms beside: × {row['factor']}{failed}")
        elif "resident_mb" in row:
            print(f"  {name}: {row['resident_mb']} MB resident")


if __name__ == "__main__":
    main()
