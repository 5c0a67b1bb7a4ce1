"""People who write to each other without pause, whatever the state of the machine, and keep
account of every answer: what was acknowledged, what was refused, how long it took."""

import threading
import time
import uuid

from world import check

from ops.story import deal, people
from ops.story.client import Client

ANSWERS_WITHIN = 8  # seconds: nobody is left hanging
INTERNALS = ("sqlite", "postgres", "sql", "libpq", "soci", "errno", "/data", "/keys", "no space left", "i/o")


class Two:
    """A client and a provider with a conversation between them."""

    def __init__(self, world, payable=False):
        client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        self.provider = deal.Provider(client, mailbox, "ben@example.org",
                                      people.company_provider("Ben", "Moreau", "Atelier Ben"))
        self.provider.show_page()
        if payable:
            self.provider.become_payable()
        self.buyer = deal.Buyer(client, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
        self.buyer.give_address()
        self.request = self.buyer.ask([self.provider])
        conversation = self.buyer.api.get("/v1/conversations")["items"][0]
        self.letters = f"/v1/conversations/{conversation['id']}/messages"

    def order_up_to_delivery(self):
        order = self.buyer.accept(self.provider.quote(self.request))
        self.buyer.pay(order)
        self.provider.api.post(f"/v1/orders/{order['id']}/start")
        self.provider.api.post(f"/v1/orders/{order['id']}/delivery")
        return order


class Pen(threading.Thread):
    """Writes one letter after the other; never repeats a refused one."""

    def __init__(self, port, path, token):
        super().__init__(daemon=True)
        self.path, self.client = path, Client(port, token, timeout=20)
        self.stop = threading.Event()
        self.acknowledged, self.refused, self.unanswered = {}, [], 0
        self.slowest, self.last, self.seen = 0.0, 0.0, 0

    def run(self):
        while not self.stop.is_set():
            text = str(uuid.uuid4())
            began = time.monotonic()
            try:
                answer = self.client.send("POST", self.path, {"text": text})
            except OSError:
                self.unanswered += 1
                continue
            self.slowest = max(self.slowest, time.monotonic() - began)
            if answer.status == 201:
                self.acknowledged[answer.json["id"]] = text
                self.last = time.monotonic()
            else:
                self.refused.append((text, answer))
                time.sleep(0.05)


class Letters:
    """Several pens at once on one conversation."""

    def __init__(self, world, two, pens=3):
        tokens = [two.buyer.api.token, two.provider.api.token] * pens
        self.pens = [Pen(world.it.port, two.letters, token) for token in tokens[:pens]]
        self.reader, self.path = two.buyer.api, two.letters
        for pen in self.pens:
            pen.start()

    def acknowledged(self):
        return sum(len(pen.acknowledged) for pen in self.pens)

    def refusals(self):
        return [answer for pen in self.pens for _, answer in pen.refused]

    def refuse_again(self):
        """From here on, all_refused() speaks of new refusals."""
        for pen in self.pens:
            pen.seen = len(pen.refused)

    def all_refused(self, times=3):
        return all(len(pen.refused) >= pen.seen + times for pen in self.pens)

    def wait_for_refusals(self, most=30, times=3):
        until = time.monotonic() + most
        while not self.all_refused(times):
            check_time(until, "every pen meets a refusal")
            time.sleep(0.02)

    def wait_until_taken(self, most):
        """Seconds until every pen is acknowledged again."""
        began = time.monotonic()
        while any(pen.last < began for pen in self.pens):
            check_time(began + most, f"letters are taken again within {most} s")
            time.sleep(0.02)
        return time.monotonic() - began

    def end(self):
        for pen in self.pens:
            pen.stop.set()
        for pen in self.pens:
            pen.join(30)
        slowest = max(pen.slowest for pen in self.pens)
        check(slowest < ANSWERS_WITHIN, f"every answer came in time, the slowest after {slowest:.1f} s")

    def verify(self):
        """All that was acknowledged is there, once; all that was refused is not."""
        stored, before = [], ""
        while True:
            page = self.reader.get(f"{self.path}?limit=100{before}")
            stored += page["items"]
            if not page["next"]:
                break
            before = "&cursor=" + page["next"]
        texts = [one["text"] for one in stored]
        by_id = {one["id"]: one["text"] for one in stored}
        wanted = {key: text for pen in self.pens for key, text in pen.acknowledged.items()}
        lost = [key for key, text in wanted.items() if by_id.get(key) != text]
        check(not lost, f"all {len(wanted)} acknowledged letters are there")
        check(len(set(texts)) == len(texts), "none is there twice")
        check(sorted(one["seq"] for one in stored) == list(range(1, len(stored) + 1)), "their numbers have no gap")
        return set(texts)


def check_time(until, what):
    if time.monotonic() > until:
        raise AssertionError("not in time: " + what)


def check_clear(answer, titles):
    """A problem that a person and a program understand, and that tells nothing of the inside."""
    problem = answer.json
    good = (answer.status == 503 and problem["title"] in titles and problem["status"] == 503 and
            answer.headers["content-type"] == "application/problem+json" and "retry-after" in answer.headers)
    leaks = [word for word in INTERNALS if word in problem["detail"].lower()]
    if not good or leaks:
        raise AssertionError(f"not a clear refusal: {answer.status} {answer.data!r} {answer.headers} {leaks}")


def readiness(client):
    answer = client.send("GET", "/readyz")
    return answer.status, answer.json["status"]


def wait_for_readiness(client, wanted, most):
    until = time.monotonic() + most
    while (seen := readiness(client)) != wanted:
        check_time(until, f"/readyz says {wanted}; it says {seen}")
        time.sleep(0.05)
