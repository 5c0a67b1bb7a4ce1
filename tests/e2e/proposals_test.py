"""A refund that Mangopay refuses for good, ended on the command line by two of the staff who prove
who they are: one alone cannot, the books hold, and nothing waits for people any more."""

import datetime
import json
import time
import zoneinfo

from world import World, check

from ops.story import deal, people
from ops.story.client import Client
from ops.story.one_time_code import one_time_code

DAYS = 345  # Mangopay gives back to a card for eleven months
PASSWORD = "cinq renards gris voyagent"
PARIS = zoneinfo.ZoneInfo("Europe/Paris")
REASON = ("--reason", "Virement fait, relevé vérifié.")


class Colleague:
    """Somebody of the staff, made on the command line, with password and authenticator."""

    def __init__(self, world, name):
        self.world, self.email = world, f"{name}@example.org"
        made = world.it.entremise("account", "create-staff", "--kind", "staff", "--email", self.email, "--json")
        anybody = Client(world.it.port)
        anybody.call("PUT", "/v1/password", {"token": json.loads(made)["password_token"], "password": PASSWORD})
        weak = people.sign_in(anybody, self.email, PASSWORD)
        self.secret = weak.post("/v1/me/second-factor", {"password": PASSWORD})["secret"]
        weak.post("/v1/me/second-factor/confirmation", {"code": one_time_code(self.secret, time.time())})

    def runs(self, *arguments, code=None):
        code = code or one_time_code(self.secret, time.time() + self.world.ahead)
        return self.world.it.entremise("proposals", *arguments, "--json", check=False,
                                       typed=f"{self.email}\n{PASSWORD}\n{code}\n")


def go_ahead(world, seconds):
    """Every program's clock shows `seconds` later than the day's."""
    world.ahead = seconds
    world.it.set_clock(f"+{seconds * 1_000_000}")


def waiting(world):
    done = world.it.entremise("money", "waiting", "--json", check=False)
    items = json.loads(done.stdout)["items"]
    check_code = 1 if items else 0
    assert done.returncode == check_code, done
    return items


def until(read, wanted, what, seconds=40):
    deadline = time.monotonic() + seconds
    while not wanted(seen := read()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come; last seen {seen}")
        time.sleep(0.3)
    return seen


def given_a_refused_refund(world):
    anybody, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
    ana = deal.Buyer(anybody, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
    ana.give_address()
    ben = deal.Provider(anybody, mailbox, "ben@example.org", people.company_provider("Ben", "Moreau", "Atelier"))
    ben.show_page()
    ben.become_payable()
    order = ana.accept(ben.quote(ana.ask([ben])))
    ana.pay(order)
    go_ahead(world, DAYS * 86400)
    ana.api = people.sign_in(anybody, ana.address)
    ana.step(order, "cancellation")
    return ana, order


def main():
    with World() as world:
        world.it.start_mangopay()
        world.it.start_server()
        sam, kim = Colleague(world, "sam"), Colleague(world, "kim")
        mails = people.Mailbox(world.it.folder / "mail")
        _, told = mails.latest_to("contact@entremise.example", "kim@example.org (staff)")
        check("de l'équipe" in people.text_of(told), "the company is told of new accounts of its staff, by their addresses")
        check("on the command line" in people.text_of(told), "and in English as well")
        check(waiting(world) == [], "nothing waits for people")
        ana, order = given_a_refused_refund(world)
        left = until(lambda: waiting(world), bool, "the refused refund")[0]
        check(left["why"] == "refund_refused" and left["amount"]["amount"] > 0, "money waiting names it with its sum")

        wish = ("make", "--kind", "paid_by_other_means", "--subject", left["id"], *REASON)
        today = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=DAYS)
        proved = ("--bank-reference", "VIR 42", "--paid-on", today.astimezone(PARIS).date().isoformat())
        wrong = sam.runs(*wish, *proved, code="000000")
        check(wrong.returncode == 1 and "Unknown address, password or code" in wrong.stderr, "a wrong code is refused")
        lacking = sam.runs(*wish)
        check(lacking.returncode == 1 and "evidence.bank_reference" in lacking.stderr, "the evidence is asked for")
        go_ahead(world, world.ahead + 31)  # a code counts once
        made = sam.runs(*wish, *proved)
        check(made.returncode == 0, "sam proposes that it was paid by bank transfer: " + made.stderr)
        proposal = json.loads(made.stdout)["id"]
        accept = ("decide", "--id", proposal, "--decision", "accept", *REASON)
        go_ahead(world, world.ahead + 31)
        check("somebody else" in sam.runs(*accept).stderr, "and cannot accept it alone")
        check(kim.runs(*accept).returncode == 0, "kim accepts")

        until(lambda: waiting(world), lambda items: not items, "the end of it")
        check(ana.api.get(f"/v1/orders/{order['id']}")["state"] == "refunded", "nothing is owed to the client")
        closed = json.loads(world.it.entremise("proposals", "list", "--closed", "--json"))["items"]
        check([one["state"] for one in closed] == ["effective"], "the proposal took effect")
        check("sound" in world.it.entremise("ledger", "check"), "the ledger is sound")


main()
