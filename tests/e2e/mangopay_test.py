"""Mangopay answers late, twice, or not at all, and is away for some seconds: through the real
server and worker, every order still ends with one pay-in, one transfer and one payout."""

import threading
import time

from world import Stubborn, World, check

from ops.story import deal, people
from ops.story.client import Client, submit_form

ORDERS = 4
LATE = 4500  # milliseconds: the server gives a person's request four seconds
AWAY = 3  # seconds


class Time:
    """Walks ahead whenever nothing moves, in steps so small that no payment page expires."""

    def __init__(self, world):
        self.world, self.ahead = world, 0

    def until(self, read, wanted, what, seconds=45):
        deadline, nudge_at = time.monotonic() + seconds, time.monotonic() + 1.5
        while not wanted(seen := read()):
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} did not come; last seen {seen}")
            if time.monotonic() > nudge_at:
                self.walk(20)
                nudge_at = time.monotonic() + 1
            time.sleep(0.1)
        return seen

    def walk(self, seconds):
        self.ahead += seconds
        self.world.it.set_clock(f"+{self.ahead * 1_000_000}")


class Market:
    def __init__(self, world):
        self.world, self.time = world, Time(world)
        client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        ana = deal.Buyer(client, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
        ana.give_address()
        self.ana = Stubborn(Client(world.it.port, ana.api.token))
        self.orders, self.providers = [], {}
        for number in range(ORDERS):  # each of its own provider: a payout takes all that lies there
            ben = deal.Provider(client, mailbox, f"ben{number}@example.org",
                                people.company_provider("Ben", "Moreau", f"Atelier {number}", number + 1))
            ben.show_page()
            ben.become_payable()
            order = ana.accept(ben.quote(ana.ask([ben])))["id"]
            self.orders.append(order)
            self.providers[order] = Stubborn(Client(world.it.port, ben.api.token))

    def fault(self, kind, match="", count=1, **more):
        self.world.mangopay("POST", "/control/faults", {"kind": kind, "match": match, "count": count, **more})

    def away(self):
        """kill -9 of Mangopay; it is back after some seconds, with everything it had answered."""
        self.world.it.stop("mangopay-sandbox", kill=True)
        time.sleep(AWAY)
        self.world.it.start_mangopay()

    def all_at_once(self, act):
        threads = [threading.Thread(target=act, args=(order,)) for order in self.orders]
        for thread in threads:
            thread.start()
        return threads

    def order_until(self, order, state):
        return self.time.until(lambda: self.ana.get(f"/v1/orders/{order}"), lambda seen: seen["state"] == state,
                               f"{state} for {order}")

    # -- the story -----------------------------------------------------------------------

    def ask_for_pages(self):
        self.fault("hook_suppress", "", 6)  # no hook tells what became of them
        self.fault("delay", "POST /payins/card/web", delay_ms=LATE)
        self.fault("drop", "POST /payins/card/web", 2)
        self.fault("server_error_after", "POST /payins/card/web")
        began = time.monotonic()
        slowest = []

        def ask(order):
            client = Client(self.world.it.port, self.ana.client.token)
            answer = client.send("POST", f"/v1/orders/{order}/payment", {})
            slowest.append((time.monotonic() - began, answer.status))
        for thread in self.all_at_once(ask):
            thread.join()
        check(max(slowest)[0] < 10 and all(status in (201, 202) for _, status in slowest),
              f"nobody waits for Mangopay for ever: {[(round(took, 1), status) for took, status in sorted(slowest)]}")

    def pay(self):
        for kind, match, count in (("hook_duplicate", "", 20), ("hook_reorder", "", 4), ("hook_suppress", "PAYIN_NORMAL_SUCCEEDED", 1)):
            self.fault(kind, match, count)
        for order in self.orders:
            path = f"/v1/orders/{order}/payment"
            payment = self.time.until(lambda: self.ana.get(path), lambda seen: seen["redirect_url"], "the page to pay on")
            submit_form(payment["redirect_url"], {"decision": "accept", "cardNumber": "4970107111111119"})
        for order in self.orders:
            self.order_until(order, "funded")
        check(True, f"{ORDERS} orders are funded, though answers and hooks got lost, late or doubled")

    def release(self):
        for order in self.orders:
            self.providers[order].post(f"/v1/orders/{order}/start")
            self.providers[order].post(f"/v1/orders/{order}/delivery")
        self.fault("drop", "POST /transfers", 1)
        self.fault("server_error", "POST /transfers", 1)
        self.fault("rate_limited", "POST /transfers", 1)
        for order in self.orders[:2]:
            self.ana.post(f"/v1/orders/{order}/validation")
        time.sleep(0.3)
        away = threading.Thread(target=self.away)
        away.start()
        for order in self.orders[2:]:
            self.ana.post(f"/v1/orders/{order}/validation")
        away.join()
        self.fault("drop", "POST /transfers", 2)
        self.fault("hook_suppress", "", 4)
        self.fault("drop", "POST /payouts/bankwire", 2)
        self.fault("server_error_after", "POST /payouts/bankwire", 1)
        self.fault("hook_duplicate", "", 20)
        for order in self.orders:
            self.order_until(order, "released")
        check(True, f"{ORDERS} orders are released, though Mangopay was away")

    def pay_out(self):
        wanted = {"PAYIN": ORDERS, "TRANSFER": ORDERS, "PAYOUT": ORDERS}
        self.time.until(self.succeeded, lambda seen: all(seen.get(kind, 0) >= count for kind, count in wanted.items()),
                        "the payouts")
        for _ in range(6):  # whoever would do something twice is given the time for it
            self.time.walk(3600)
            time.sleep(0.7)
        state = self.world.mangopay("GET", "/control/state")
        check(self.succeeded() == wanted and self.all_kinds() == wanted,
              f"one pay-in, one transfer and one payout for each order: {state['transactions']}")
        check(state["balanced"], f"nothing is lost at Mangopay: {state['in']} came in, {state['out']} went out")

    def counted(self, wanted):
        counts = {}
        for name, count in self.world.mangopay("GET", "/control/state")["transactions"].items():
            if wanted(name):
                counts[name.split()[0]] = counts.get(name.split()[0], 0) + count
        return counts

    def succeeded(self):
        return self.counted(lambda name: name.endswith("SUCCEEDED"))

    def all_kinds(self):
        return self.counted(lambda name: True)


def main():
    with World(more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        market = Market(world)
        market.ask_for_pages()
        market.pay()
        market.release()
        market.pay_out()
        for command in (("ledger", "check"), ("reconcile",), ("series", "audit")):
            done = world.it.entremise(*command, check=False)
            check(done.returncode == 0, f"entremise {' '.join(command)}: {done.stdout.strip().splitlines()[-1:]}")


if __name__ == "__main__":
    main()
