"""Nobody learns from an answer, or from how long it takes, whether an e-mail address is registered:
signing in with a wrong password, moving to that address, asking for a new password, signing up again."""

import itertools
import math
import random
import statistics
import time
import uuid

from world import World, check

from ops.story import people
from ops.story.client import Client

PEOPLE = 8
ROUNDS = 4  # requests about each address in one window of the rate limits
ASKERS = 14  # who prove their password in turn, each at most five times before the clock moves on
DAY = 25 * 3600
MARGIN = 0.10  # of the median: less is told apart by nobody across a network
CERTAINTY = 4.0  # standard deviations of the rank sum: chance alone, once in 15,000


def told_apart(known, unknown):
    """Whether the two samples differ by more than the margin, and not by chance (Mann-Whitney)."""
    both = sorted([(value, True) for value in known] + [(value, False) for value in unknown])
    ranks = sum(rank for rank, (_, is_known) in enumerate(both, start=1) if is_known)
    n, m = len(known), len(unknown)
    deviations = (ranks - n * (n + m + 1) / 2) / math.sqrt(n * m * (n + m + 1) / 12)
    middle = statistics.median(known + unknown)
    difference = statistics.median(known) - statistics.median(unknown)
    print(f"     median {middle * 1000:.2f} ms, difference {difference / middle:+.1%}, {deviations:+.1f} deviations "
          f"({n} + {m} requests)", flush=True)
    return abs(difference) > MARGIN * middle and abs(deviations) > CERTAINTY


class Watcher:
    """Asks about registered and unregistered addresses in turn, and looks at the clock."""

    def __init__(self, world, known):
        self.world, self.known = world, known
        self.client = Client(world.it.port)
        self.chance, self.days = random.Random(4), 0

    def sample(self, ask, days):
        """Durations for both kinds, over so many days: the next one, no rate limit remembers."""
        known, unknown = [], []
        for _ in range(days):
            more = self.sample_one_day(ask)
            known += more[0]
            unknown += more[1]
        return known, unknown

    def sample_one_day(self, ask):
        self.days += 1
        self.world.it.set_clock(f"+{self.days * DAY * 1_000_000}")
        unknown = [f"nobody{uuid.uuid4().hex[:8]}@example.org" for _ in self.known]
        took, answers = {True: [], False: []}, {True: set(), False: set()}
        ask(self.client, f"warm{self.days}@example.org")
        for _ in range(ROUNDS):
            turns = [(address, True) for address in self.known] + [(address, False) for address in unknown]
            self.chance.shuffle(turns)
            for address, is_known in turns:
                began = time.perf_counter()
                answer = ask(self.client, address)
                took[is_known].append(time.perf_counter() - began)
                said = answer.json
                said.pop("request_id", None)
                answers[is_known].add((answer.status, str(said), tuple(sorted(answer.headers))))
        if len(answers[True]) != 1 or answers[True] != answers[False]:
            raise AssertionError(f"the answer tells: {answers}")
        return took[True], took[False]

    def compare(self, what, ask, days=1):
        for attempt in (1, 2, 3):  # the machine may be busy with something else
            if not told_apart(*self.sample(ask, days)):
                check(True, f"{what}: neither answer nor time tells whether the address is registered (attempt {attempt})")
                return
        raise AssertionError(f"{what}: the time tells whether the address is registered")


def sign_in(client, address):
    return client.send("POST", "/v1/sessions", {"email": address, "password": "not the password of anybody"})


def ask_for_password(client, address):
    return client.send("POST", "/v1/password-resets", {"email": address})


def move_to(askers):
    turns = itertools.cycle(askers)
    return lambda _, address: next(turns).send("POST", "/v1/me/email", {"email": address, "password": people.PASSWORD})


def main():
    with World(more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server()
        client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        known = [f"ana{number}@example.org" for number in range(PEOPLE)]
        for address in known:
            people.sign_up(client, mailbox, address, people.natural_person("Ana", "Durand"))
        askers = [people.sign_up(client, mailbox, f"eve{number}@example.org", people.natural_person("Eve", "Petit"))
                  for number in range(ASKERS)]
        form = {**people.natural_person("Zoé", "Blanc"), "password": people.PASSWORD,
                "accepted_terms": client.get("/v1/terms/terms")["version"]}
        world.it.stop("serve")
        world.it.start_server(with_worker=False)  # nothing else at work than what is measured
        watcher = Watcher(world, known)
        watcher.compare("signing in with a wrong password", sign_in)
        watcher.compare("changing one's address", move_to(askers))
        watcher.compare("asking for a new password", ask_for_password, days=4)
        watcher.compare("signing up", lambda client, address: client.send("POST", "/v1/accounts", {**form, "email": address}))


if __name__ == "__main__":
    main()
