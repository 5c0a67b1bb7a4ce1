"""kill -9 of `entremise retention run` at random moments, until it is done: on the day everybody
leaves, and again when the law's ten years are over. The end is the same as that of one
uninterrupted run on a copy, and nothing is left of whoever vanished."""

import collections
import copy
import json
import random
import signal
import subprocess
import threading
import time

from stored import Stored, Watch
from world import World, check

from ops.story import deal, people
from ops.story.client import Client

VISITORS, SHOPS, BUYERS = 24, 6, 2
KILLS = (10, 5)  # on the day they leave, and when the law lets go
# One head for each run that ended something; keys are made before what they seal, so that a kill
# in between leaves one that seals nothing: keys_in_use() compares them.
PER_RUN = {"data.retention_runs", "keys.data_keys"}


class Cast:
    """Everybody who will leave, under names that occur nowhere else."""

    def __init__(self, world):
        self.client, self.mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
        self.ben = deal.Provider(self.client, self.mailbox, "ben@example.org",
                                 people.company_provider("Ben", "Moreau", "Atelier Ben", 99))
        self.ben.show_page()
        self.ben.become_payable()
        self.leaving, self.names = [], []
        self.failures = []
        todo = [(self.visit, n) for n in range(VISITORS)] + [(self.shop, n) for n in range(SHOPS)] + \
               [(self.buy, n) for n in range(BUYERS)]
        self.in_threads(lambda one: one[0](one[1]), todo)

    def in_threads(self, act, todo, threads=4):
        todo = list(todo)

        def work():
            try:
                while todo:
                    act(todo.pop())
            except Exception as failure:  # noqa: BLE001 - told below
                self.failures.append(failure)
        running = [threading.Thread(target=work) for _ in range(threads)]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
        if self.failures:
            raise self.failures[0]

    def bens_own(self):
        """Ben, on a connection that no other thread uses."""
        own = copy.copy(self.ben)
        own.api = self.client.as_(self.ben.api.token)
        return own

    def named(self, kind, number):
        first, last = f"Zq{kind}{'abcdefghijklmnopqrstuvwxyz'[number]}", f"Xw{kind}{'abcdefghijklmnopqrstuvwxyz'[number]}q"
        address = f"{first}.{last}@example.net".lower()
        self.names += [first, last, address]
        return first, last, address

    def visit(self, number):
        """Asks and writes, never buys: vanishes whole."""
        first, last, address = self.named("visitor", number)
        visitor = deal.Buyer(self.client.as_(None), self.mailbox, address, people.natural_person(first, last))
        visitor.give_address()
        request = visitor.ask([self.ben], need=f"Something for {first} {last}")
        path = f"/v1/conversations/{visitor.api.get('/v1/conversations')['items'][0]['id']}/messages"
        visitor.api.post(path, {"text": f"I am {first}, at {address}"})
        self.bens_own().quote(request)
        self.leaving.append(visitor)

    def shop(self, number):
        """Shows a page and offers services: the law keeps the name for ten years."""
        first, last, address = self.named("shop", number)
        shop = deal.Provider(self.client.as_(None), self.mailbox, address,
                             people.company_provider(first, last, f"Atelier {last}", number + 1))
        shop.show_page()
        shop.offer(f"Retouche chez {last}")
        self.leaving.append(shop)

    def buy(self, number):
        """A whole deal and a review: invoices, orders and postings stay."""
        first, last, address = self.named("buyer", number)
        buyer = deal.Buyer(self.client.as_(None), self.mailbox, address, people.natural_person(first, last))
        buyer.give_address()
        ben = self.bens_own()
        order = buyer.accept(ben.quote(buyer.ask([ben])))
        deal.carried_out(buyer, ben, order)
        buyer.api.post(f"/v1/orders/{order['id']}/review", {"rating": 5, "text": f"Good work. {first} {last}"})
        self.leaving.append(buyer)

    def leave(self):
        self.in_threads(lambda one: one.api.post("/v1/me/closure", {"password": people.PASSWORD}), self.leaving)


def plan(it):
    return json.loads(it.entremise("retention", "plan", "--json"))


def in_slices(process):
    """Lets it run for a millisecond, so that it does not get far while nobody looks."""
    process.send_signal(signal.SIGCONT)
    time.sleep(0.001)
    process.send_signal(signal.SIGSTOP)


def run_killed(it, chance, kills):
    """Kills one run after the other, each at a random moment after nothing or one thing has
    ended, and lets the last one finish."""
    progress = []
    with Watch(it, "SELECT COUNT(*) FROM retention_actions") as ended:
        began = ended.now()
        for _ in range(kills):
            wanted = ended.now() + chance.choice((0, 1, 1))
            process = subprocess.Popen([it.programs / "entremise", "--config", it.config, "retention", "run"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=it.environment)
            while ended.now() < wanted and process.poll() is None:
                in_slices(process)
            time.sleep(chance.uniform(0, 0.002))
            process.kill()
            if process.wait() != -signal.SIGKILL:
                raise AssertionError(f"run ended by itself with {process.returncode} before it was killed")
            progress.append(ended.now() - began)
            began = ended.now()
    left = plan(it)["total"]
    check(sum(step > 0 for step in progress) >= kills // 3 and left > 0,
          f"{kills} kills, each after so many things had ended: {progress}; {left} are left for the last run")
    it.entremise("retention", "run")


def keys_in_use(it):
    """How many keys of each category belong to something that is stored."""
    stored = Stored(it)
    data = stored.dump("data")
    return collections.Counter(category for subject, category in stored.rows("SELECT subject_id, category FROM data_keys", "keys")
                               if subject in data)


def one_day(world, control, chance, day, kills):
    for it in (world.it, control):
        it.set_clock(day)
    due = plan(control)
    ended = json.loads(control.entremise("retention", "run", "--json"))["total"]
    check(due["total"] > 20 and plan(control)["total"] == 0, f"{day}: on the copy, one run ends {ended} things")
    run_killed(world.it, chance, kills)
    check(plan(world.it)["total"] == 0, "after all the kills, nothing is due any more")
    ours, theirs = ({name: count for name, count in Stored(it).counts().items() if name not in PER_RUN}
                    for it in (world.it, control))
    different = {name: (ours[name], theirs[name]) for name in ours if ours[name] != theirs[name]}
    check(ours.keys() == theirs.keys() and not different, f"all {len(ours)} tables have as many rows as on the copy {different or ''}")
    check(keys_in_use(world.it) == keys_in_use(control), "the same keys are left for what is left")
    check(Stored(world.it).counts()["data.key_destructions"] == 0, "no key waits for its destruction")
    for command in (("series", "audit"), ("ledger", "check")):
        done = world.it.entremise(*command, check=False)
        check(done.returncode == 0, f"entremise {' '.join(command)}: {done.stdout.strip().splitlines()[-1:]}")


def verify_nothing_left(world, cast):
    stored = Stored(world.it)
    dump = stored.dump("data") + stored.dump("keys")
    folded = dump.lower()
    check("ben" in folded and cast.ben.id in dump, "the dump has what is still there")
    found = [name for name in cast.names if name.lower() in folded]
    check(not found, f"nothing personal of {len(cast.leaving)} people is in the dump {found[:5] or ''}")
    kept = {subject for subject, in stored.rows("SELECT subject_id FROM data_keys", "keys")}
    check(not kept & {one.id for one in cast.leaving if "visitor" in one.address}, "no key of whoever vanished is left")


def main():
    chance = random.Random(2037)
    with World(more="\n[log]\nrequests = false\n") as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        cast = Cast(world)
        world.it.stop("work")  # so that nobody but the command ends anything
        cast.leave()
        world.it.stop_all()
        control = world.copy_of_it()
        now = time.time()
        year = time.gmtime(now).tm_year
        one_day(world, control, chance, time.strftime("@%Y-%m-%dT%H:%M:%SZ", time.gmtime(now + 60)), KILLS[0])
        verify_nothing_left(world, cast)
        one_day(world, control, chance, f"@{year + 11}-01-02T09:00:00Z", KILLS[1])
        verify_nothing_left(world, cast)


if __name__ == "__main__":
    main()
