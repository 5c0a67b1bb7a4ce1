"""The database goes away and comes back, while people write to each other and the worker is at
work: quick and clear refusals, no restart of anything of ours, no acknowledged write lost. With
PostgreSQL it is shut down, fast and then at once; with SQLite, another program keeps the file
locked for longer than anybody waits."""

import signal
import sqlite3
import subprocess
import time

from letters import Letters, Two, check_clear, check_time, readiness, wait_for_readiness
from world import ON_POSTGRES, World, check

from ops.story import deal
from ops.story.client import Client

HEALED_WITHIN = 8  # seconds
AWAY_FOR = 3


def quick(client, path, most=2.0):
    began = time.monotonic()
    answer = client.send("GET", path)
    took = time.monotonic() - began
    check(took < most, f"GET {path} is answered in {took:.2f} s ({answer.status})")
    return answer


def job_in_hand(world):
    """An hour on, the worker looks after its hooks: the database shall go in the middle of that.
    Other threads of it may ask for the hooks too, only to hear Mangopay: each is kept waiting."""
    world.mangopay("POST", "/control/faults", {"kind": "delay", "match": "GET /hooks", "count": 10, "delay_ms": 5000})
    world.it.set_clock("+3700000000")
    until = time.monotonic() + 10
    while "ensure_hooks" not in jobs_held(world):
        check_time(until, "the job begins")
        time.sleep(0.1)


def jobs_held(world):
    """Names of the jobs that somebody holds, as the database has it."""
    sql = "SELECT name FROM job_leases WHERE lease_until > 0"
    done = subprocess.run(["psql", "-h", world.postgres.folder, "-U", world.postgres.user, "-Atc", sql, "data"],
                          capture_output=True, text=True, check=True)
    return done.stdout.split()


def leave_and_return(world, two, letters, how):
    client = Client(world.it.port)
    world.postgres.stop(how)
    letters.refuse_again()
    letters.wait_for_refusals()
    check(quick(client, "/healthz").status == 200, "the process says that it lives")
    check(quick(client, "/readyz").json["status"] == "database_unreachable", "/readyz says that the database is away")
    check(quick(Client(world.it.metrics_port), "/metrics").status == 200, "the metrics are still served")
    for language, word in (("fr", "secondes"), ("en", "seconds")):
        answer = two.buyer.api.send("GET", two.letters, headers={"Accept-Language": language})
        check_clear(answer, ("unavailable",))
        check(word in answer.json["detail"], f"refused in words: « {answer.json['detail']} »")
    time.sleep(AWAY_FOR)
    world.postgres.start()
    took = letters.wait_until_taken(HEALED_WITHIN)
    wait_for_readiness(client, (200, "ready"), HEALED_WITHIN)
    check(True, f"once it is back, everybody is heard after {took:.1f} s")


def shut_down(world, two, letters, order):
    job_in_hand(world)
    world.mangopay("DELETE", "/control/faults")
    leave_and_return(world, two, letters, signal.SIGINT)
    until = time.monotonic() + HEALED_WITHIN + 5
    while jobs_held(world):
        check_time(until, f"{jobs_held(world)} is not held for ever by nobody")
        time.sleep(0.2)
    check(True, "the job that was interrupted is not held any more")
    two.buyer.step(order, "validation")
    leave_and_return(world, two, letters, signal.SIGQUIT)


def locked(world, two, letters, order):
    client = Client(world.it.port)
    other = sqlite3.connect(world.it.folder / "data/entremise.db", isolation_level=None)
    for seconds in (9, 8):  # a thread may have several of the writers
        other.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + seconds
        letters.refuse_again()
        letters.wait_for_refusals(seconds, times=1)
        check(quick(client, "/healthz", 7).status == 200, "the process says that it lives")
        check(two.buyer.api.send("GET", two.letters).status == 200, "what was written is read")
        time.sleep(max(0, until - time.monotonic()))
        other.execute("ROLLBACK")
        took = letters.wait_until_taken(HEALED_WITHIN)
        wait_for_readiness(client, (200, "ready"), HEALED_WITHIN)
        check(True, f"once unlocked, everybody is heard after {took:.1f} s")
        if seconds == 9:
            two.buyer.step(order, "validation")


def main():
    with World(more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        two = Two(world, payable=True)
        order = two.order_up_to_delivery()
        check(readiness(Client(world.it.port)) == (200, "ready"), "ready")
        letters = Letters(world, two)
        letters.wait_until_taken(10)
        shut_down(world, two, letters, order) if ON_POSTGRES else locked(world, two, letters, order)
        for answer in letters.refusals():
            check_clear(answer, ("unavailable",) if ON_POSTGRES else ("busy",))
        letters.end()
        deal.released(two.buyer, order)
        letters.verify()
        for name in ("serve", "work"):
            check(world.it.running[name].poll() is None, f"{name} was never restarted")
        for command in (("series", "audit"), ("ledger", "check"), ("reconcile",)):
            done = world.it.entremise(*command, check=False)
            check(done.returncode == 0, f"entremise {' '.join(command)}: {done.stdout.strip().splitlines()[-1:]}")


if __name__ == "__main__":
    main()
