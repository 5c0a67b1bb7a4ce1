"""kill -9 of the server, the worker and the database, at least twenty times, under load. Then:
no acknowledged write lost, no gap or duplicate in any series, the ledger balanced, both sides of
Mangopay equal, and every deal that was begun comes to its end by itself."""

import random
import threading
import time
import uuid

from world import ON_POSTGRES, Stubborn, World, check

from ops.story import deal, people
from ops.story.client import Client

KILLS = 21
PAIRS = 3
SECONDS_BETWEEN = 1.2


class Pair(threading.Thread):
    """A client and a provider who make one deal after the other, and remember what they were told."""

    def __init__(self, port, buyer, provider):
        super().__init__(daemon=True)
        self.stop = threading.Event()
        self.buyer, self.provider = buyer, provider
        self.ana = Stubborn(Client(port, buyer.api.token))
        self.ben = Stubborn(Client(port, provider.api.token))
        self.messages, self.orders, self.failure = [], [], None

    def run(self):
        try:
            while not self.stop.is_set():
                self.one_deal()
        except Exception as failure:  # noqa: BLE001 - told by the main thread
            self.failure = failure

    def one_deal(self):
        request = self.ana.post("/v1/requests", {"providers": [self.provider.id], "need": "Again, please."})
        found = [c for c in self.ana.get("/v1/conversations?limit=100")["items"] if c["request_id"] == request["id"]]
        path = f"/v1/conversations/{found[0]['id']}/messages"
        for author in (self.ana, self.ben, self.ana):
            text = str(uuid.uuid4())
            sent = author.post(path, {"text": text})
            self.messages.append((path, sent["id"], text))
        offer = {"lines": [{"designation": "Ourlet", "quantity": "1", "unit": "C62", "unit_price": "20", "vat_rate": "20"}],
                 "prices_are": "net", "service_category": "general", "valid_until": deal.in_days(30),
                 "delivery_day": deal.in_days(40), "terms": "Comme d'habitude."}
        quote = self.ben.post(f"/v1/requests/{request['id']}/quotes", offer)
        order = self.ana.post(f"/v1/quotes/{quote['id']}/acceptance", {"version": quote["version"]})
        where = f"/v1/orders/{order['id']}"
        self.orders.append(order["id"])
        self.ana.post(where + "/payment", {})
        payment = self.ana.until(where + "/payment", lambda seen: seen["redirect_url"] or seen["state"] == "succeeded")
        if payment["state"] != "succeeded":
            deal.submit_form(payment["redirect_url"], {"decision": "accept", "cardNumber": "4970107111111119"})
        self.ana.until(where, lambda seen: seen["state"] == "funded")
        self.ben.post(where + "/start")
        self.ben.post(where + "/delivery")
        self.ana.post(where + "/validation")


def settle(world, pairs):
    """Everything that was begun ends without anybody's help."""
    for pair in pairs:
        for order in pair.orders:
            pair.ana.until(f"/v1/orders/{order}", lambda seen: seen["state"] == "released", seconds=300)
    for pair in pairs:
        deadline = time.monotonic() + 300
        while len(invoices_of(pair)) < 2 * len(pair.orders) and time.monotonic() < deadline:
            time.sleep(0.3)
    return sum(len(pair.orders) for pair in pairs)


def invoices_of(pair):
    """Every invoice the provider sees, over all pages."""
    invoices, cursor = [], ""
    while True:
        page = pair.ben.get("/v1/invoices?limit=100" + cursor)
        invoices += page["items"]
        if not page["next"]:
            return invoices
        cursor = "&cursor=" + page["next"]


def kill_something(world, chance, killed):
    victims = ["serve", "work"] + (["postgres"] if ON_POSTGRES else [])
    victim = victims[killed % len(victims)] if killed < 6 else chance.choice(victims)
    if victim == "postgres":
        world.postgres.kill()
        world.postgres.start()
    else:
        world.it.stop(victim, kill=True)
        world.it.start_server(with_worker=False) if victim == "serve" else world.it.start_worker()
    return victim


def main():
    chance = random.Random(4501)
    with World(durable=True, more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        pairs = []
        for number in range(PAIRS):
            provider = deal.Provider(client, mailbox, f"ben{number}@example.org",
                                     people.company_provider("Ben", "Moreau", f"Atelier {number}", number + 1))
            provider.show_page()
            provider.become_payable()
            buyer = deal.Buyer(client, mailbox, f"ana{number}@example.org", people.natural_person("Ana", "Durand"))
            buyer.give_address()
            pairs.append(Pair(world.it.port, buyer, provider))
        for pair in pairs:
            pair.start()
        time.sleep(2)
        killed = []
        while len(killed) < KILLS:
            killed.append(kill_something(world, chance, len(killed)))
            time.sleep(SECONDS_BETWEEN * chance.uniform(0.4, 1.6))
        for pair in pairs:
            pair.stop.set()
        for pair in pairs:
            pair.join(400)
            check(pair.failure is None and not pair.is_alive(), f"a pair finished its last deal ({pair.failure})")
        deals = settle(world, pairs)
        lost = sum(pair.ana.lost + pair.ben.lost for pair in pairs)
        print(f"  {len(killed)} kills ({', '.join(killed)}), {deals} deals, "
              f"{sum(len(p.messages) for p in pairs)} messages, {lost} requests repeated", flush=True)
        check(len(killed) >= 20 and deals >= PAIRS and lost > 0, "the kills met a load, and the load met the kills")
        verify(world, pairs)


def verify(world, pairs):
    missing = twice = 0
    for pair in pairs:
        by_path = {}
        for path, identity, text in pair.messages:
            by_path.setdefault(path, []).append((identity, text))
        for path, sent in by_path.items():
            stored = pair.ana.get(path + "?limit=100")["items"]
            check_sequence = sorted(message["seq"] for message in stored)
            if check_sequence != list(range(1, len(stored) + 1)):
                raise AssertionError(f"{path}: the sequence has holes: {check_sequence}")
            for identity, text in sent:
                times = sum(m["id"] == identity and m["text"] == text for m in stored)
                missing += times == 0
                twice += times > 1
            twice += len({m["text"] for m in stored}) != len(stored)
    check(missing == 0, "every acknowledged message is there")
    check(twice == 0, "no message is there twice")
    for command in (("series", "audit"), ("ledger", "check"), ("reconcile",)):
        done = world.it.entremise(*command, check=False)
        check(done.returncode == 0, f"entremise {' '.join(command)}: {done.stdout.strip().splitlines()[-1:]} {done.stderr[-500:]}")
    wanted = {}
    for pair in pairs:
        for invoice in invoices_of(pair):
            wanted.setdefault(invoice["order_id"], []).append(invoice["kind"])
    orders = [order for pair in pairs for order in pair.orders]
    wrong = {order: wanted.get(order, []) for order in orders if len(wanted.get(order, [])) != 2 or len(set(wanted[order])) != 2}
    check(not wrong, f"every released order has its two invoices, once ({dict(list(wrong.items())[:5])})")


if __name__ == "__main__":
    main()
