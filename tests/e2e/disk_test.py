"""A full disk, twice, while people write to each other and an order is being released: clear
refusals, nothing half-written, reads go on, and all heals by itself once there is room."""

import sqlite3
import time
import uuid

from letters import Letters, Two, check_clear, readiness, wait_for_readiness
from world import ON_POSTGRES, World, check

from ops.story import deal, people
from ops.story.client import Client

HEALED_WITHIN = 15  # seconds
FULL = ("storage_full", "unavailable") if ON_POSTGRES else ("storage_full",)


def fill_until_refused(world, letters):
    """A database keeps room of its own for a while: what it gives up is taken as well."""
    letters.refuse_again()
    until = time.monotonic() + 40
    while not letters.all_refused():
        if time.monotonic() > until:
            raise AssertionError("the disk does not get full")
        world.disk.fill()
        time.sleep(0.05)


def until_refused(send):
    """PostgreSQL still takes what fits into pages that it has."""
    for _ in range(60):
        answer = send()
        if answer.status >= 300:
            check_clear(answer, FULL)
            return answer
    raise AssertionError("written to a full disk again and again")


def while_full(world, two):
    """What everybody meets now, while nothing is being released: that would wait for minutes, since
    no document is dated by a clock that is hours ahead."""
    meet(world, two)
    world.it.set_clock("+7500000000")  # two hours on, a session would be prolonged
    check(two.buyer.api.send("GET", "/v1/orders").status == 200, "an old session reads, though it cannot be prolonged")


def meet(world, two):
    """What everybody meets, whatever is under way."""
    anybody = Client(world.it.port)
    check(anybody.send("GET", "/healthz").status == 200, "the process says that it lives")
    wait_for_readiness(anybody, (503, "storage_full"), 5)
    check(True, "/readyz tells why nothing should be sent")
    for language, word in (("fr", "plein"), ("en", "full")):
        answer = until_refused(lambda: two.buyer.api.send(
            "POST", "/v1/requests", {"providers": [two.provider.id], "need": "x" * 4000}, {"Accept-Language": language}))
        check(word in answer.json["detail"], f"refused in words: « {answer.json['detail']} »")
    form = {**people.natural_person("Zoé", "Blanc"), "password": people.PASSWORD,
            "accepted_terms": anybody.get("/v1/terms/terms")["version"]}
    until_refused(lambda: anybody.send("POST", "/v1/accounts", {**form, "email": f"{uuid.uuid4()}@example.org"}))
    check(anybody.send("GET", f"/v1/providers/{two.provider.id}").status == 200, "public pages are served")
    check(two.buyer.api.send("GET", two.letters).status == 200, "what was written is read")
    metrics = Client(world.it.metrics_port).send("GET", "/metrics").data.decode()
    check("entremise_storage_full 1" in metrics, "the metrics tell")


def is_gone(world):
    return world.postgres and readiness(Client(world.it.port)) == (503, "database_unreachable")


def gone_with_the_disk(world, two):
    """PostgreSQL gives up altogether when it cannot write its log."""
    anybody = Client(world.it.port)
    check(anybody.send("GET", "/healthz").status == 200, "the process says that it lives")
    wait_for_readiness(anybody, (503, "database_unreachable"), 5)
    check_clear(two.buyer.api.send("GET", two.letters), ("unavailable",))


def meet_the_full_disk(world, two, as_everybody):
    if not is_gone(world):
        try:
            return as_everybody(world, two)
        except AssertionError:
            if not is_gone(world):
                raise
    gone_with_the_disk(world, two)


def heal(world, letters, clients):
    was_gone = is_gone(world)
    world.disk.free()
    if was_gone:
        world.postgres.ended(within=3)  # or it comes back by itself
    if world.postgres and world.postgres.process.poll() is not None:
        world.postgres.start()
        print("  PostgreSQL had ended; started again", flush=True)
    took = letters.wait_until_taken(HEALED_WITHIN)
    wait_for_readiness(clients, (200, "ready"), HEALED_WITHIN)
    check(True, f"with room again, everybody is heard after {took:.1f} s")


def verify_files(world):
    mails = world.it.folder / "mail"
    check(not list(mails.glob("**/*.part")), "no half-written mail is left")
    whole = [path for path, mail in people.Mailbox(mails).all() if mail["To"] and people.text_of(mail)]
    check(len(whole) == len(list(mails.glob("**/*.eml"))), f"all {len(whole)} mails are whole")
    if not ON_POSTGRES:
        for name in ("data/entremise.db", "keys/keys.db"):
            found = sqlite3.connect(world.it.folder / name).execute("PRAGMA integrity_check").fetchall()
            check(found == [("ok",)], f"{name}: {found}")


def main():
    with World(disk_megabytes=112 if ON_POSTGRES else 24, more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        two = Two(world, payable=True)
        order = two.order_up_to_delivery()
        client = Client(world.it.port)
        check(readiness(client) == (200, "ready"), "ready")
        letters = Letters(world, two)
        letters.wait_until_taken(10)
        for as_everybody in (while_full, meet):
            if as_everybody is meet:
                two.buyer.step(order, "validation")
            fill_until_refused(world, letters)
            for answer in letters.refusals():
                check_clear(answer, FULL)
            meet_the_full_disk(world, two, as_everybody)
            world.it.set_clock("system")
            heal(world, letters, client)
        letters.end()
        deal.released(two.buyer, order)
        two.buyer.api.until("/v1/invoices", lambda seen: seen["items"], what="the invoices")
        stored = letters.verify()
        refused = {text for pen in letters.pens for text, answer in pen.refused if answer.json["title"] == "storage_full"}
        check(not refused & stored, f"none of the {len(refused)} letters refused for want of room is there")
        for command in (("series", "audit"), ("ledger", "check"), ("reconcile",)):
            done = world.it.entremise(*command, check=False)
            check(done.returncode == 0, f"entremise {' '.join(command)}: {done.stdout.strip().splitlines()[-1:]}")
        world.it.stop_all()
        verify_files(world)


if __name__ == "__main__":
    main()
