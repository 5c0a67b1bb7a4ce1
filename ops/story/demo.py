"""The first minute: a whole deal, told step by step, in a market that has lived for months, and then the
product keeps serving: the web site and the API."""

import argparse
import hashlib
import io
import json
import pathlib
import shutil
import signal
import sys
import threading
import time
import zipfile

from . import deal, people
from .client import Client
from .installation import Installation
from .market import BEGAN, Market
from .narrator import Narrator, euros
from .one_time_code import one_time_code
from .portraits import portrait

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = """
[site]
name = "Entremise"
development = true  # /styleguide, and what an operator has yet to give
"""


def shown(path):
    """As somebody in the repository's folder would type it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def stars(page):
    rating = page["rating"]
    return f"{rating['average']} of 5, from {rating['count']} review{'s' if rating['count'] != 1 else ''}"


class Demo:
    def __init__(self, installation, tell):
        self.it, self.tell = installation, tell
        self.client = Client(installation.port)
        self.mailbox = people.Mailbox(installation.folder / "mail")
        self.market = Market(installation, self.mailbox)

    # -- today ---------------------------------------------------------------------------

    def sign_up(self):
        self.tell.chapter("Two people sign up",
                          "An e-mail address opens an account; a link in a mail proves it. What the policy file makes "
                          "mandatory is asked for at once, and every missing field is named in one answer.")
        refused = self.client.send("POST", "/v1/accounts", {"email": "ana@example.org", "password": people.PASSWORD,
                                                            "roles": ["client"], "person": {"first_name": "Ana"}})
        wrong = ", ".join(error["field"] for error in refused.json["errors"])
        self.tell.did(f"a form with holes is refused ({refused.status}), naming: {wrong}", "POST /v1/accounts")
        self.ana = deal.Buyer(self.client, self.mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
        self.tell.did("Ana Durand, a client, is in", "POST /v1/accounts, /v1/email-verifications, /v1/sessions")
        self.ben = deal.Provider(self.client, self.mailbox, "ben@example.org",
                                 people.company_provider("Ben", "Moreau", "Atelier Ben SARL"))
        self.tell.did("Ben Moreau, a provider (Atelier Ben SARL), is in")
        path, _ = self.mailbox.latest_to("ana@example.org", "verif")
        self.tell.did(f"her mail is a file here: {shown(path)}")

    def open_shop(self):
        self.tell.chapter("Ben opens his page",
                          "Anybody may read it, search engines too: first name and initial, photo, city, services, "
                          "rating. His surname, e-mail and address stay sealed.")
        self.ben.show_page()
        self.ben.api.call("PUT", "/v1/me/page/photo", portrait("beard olive brown", 1), headers={"Content-Type": "image/png"})
        self.ben.offer("Retouche de robe de mariée")
        self.ben.offer("Ourlet de rideaux en lin", price=3000)
        page = self.client.get(f"/v1/providers/{self.ben.id}")
        found = self.client.get("/v1/services?q=robe&city=Lyon")["items"]
        self.tell.did(f"the public page says: {page['display_name']}, {page['city']}",
                      f"GET /v1/providers/{self.ben.id}")
        self.tell.did(f"a search for « robe » in Lyon finds {len(found)} service", "GET /v1/services?q=robe&city=Lyon")

    def become_payable(self):
        self.tell.chapter("Ben becomes payable",
                          "Mangopay holds the money and checks identities; the product never sees a document, and his "
                          "IBAN only passes through memory. Until all is right he cannot even send a quote.")
        hurdles = self.ben.api.get("/v1/me/payout-eligibility")["hurdles"]
        for hurdle in hurdles:
            self.tell.did(hurdle["reason"])
        self.ben.become_payable()
        self.tell.did("invoicing mandate accepted, identity verified on Mangopay's page, bank account registered: payable",
                      "GET /v1/me/payout-eligibility")

    def agree(self):
        self.tell.chapter("They agree on a quote",
                          "A quote is immutable: a change is a new version. Accepting freezes the text, its hash, both "
                          "billing identities, VAT and commission, with who accepted and when.")
        self.ana.give_address()
        self.request = self.ana.ask([self.ben])
        self.talk()
        self.quote = self.ben.quote(self.request)
        self.order = self.ana.accept(self.quote)
        offer = self.quote
        self.tell.table([(euros(offer["net"]["amount"]), euros(offer["vat"]["amount"]), euros(offer["gross"]["amount"]))],
                        ("net", "VAT", "to pay"))
        self.tell.did(f"accepted: the order {self.order['id']} awaits its payment", f"POST /v1/quotes/{offer['id']}/acceptance")

    def talk(self):
        self.conversation = self.ana.api.get("/v1/conversations")["items"][0]
        path = f"/v1/conversations/{self.conversation['id']}/messages"
        self.ana.api.post(path, {"text": "Hello Ben, could you come and see the dress on Friday?"})
        self.ben.api.post(path, {"text": "With pleasure, Ana. Friday at ten."})
        self.tell.did("they write to each other; each message is sealed with its author's own key", f"POST {path}")

    def pay(self):
        self.tell.chapter("Ana pays into escrow",
                          "Her browser gives the card to Mangopay's page. Every movement is written before it is sent "
                          "and booked in a double-entry ledger once Mangopay is asked what became of it.")
        self.ana.pay(self.order)
        self.tell.did("the money is at Mangopay, held for this order", f"POST /v1/orders/{self.order['id']}/payment")

    def carry_out(self):
        self.tell.chapter("The work is done, the money released, the invoices written",
                          "Validation releases the escrow: the provider gets the price less the commission. Two invoices "
                          "follow, together or not at all, each numbered without gaps in its issuer's own series.")
        self.ben.api.post(f"/v1/orders/{self.order['id']}/start")
        self.ben.api.post(f"/v1/orders/{self.order['id']}/delivery")
        self.ana.step(self.order, "validation")
        deal.released(self.ana, self.order)
        invoices = self.ben.api.until("/v1/invoices", lambda seen: len(seen["items"]) >= 2, what="two invoices")["items"]
        self.tell.table([(i["number"], i["kind"], euros(i["gross"]["amount"])) for i in invoices],
                        ("number", "kind", "gross"))
        (self.it.folder / "documents").mkdir(exist_ok=True)
        for invoice in invoices:
            pdf = self.wait_for_document(self.ben.api, invoice)
            path = self.it.folder / "documents" / f"{invoice['number']}.pdf"
            path.write_bytes(pdf)
            self.tell.did(f"a Factur-X file, PDF/A-3 with its XML inside: {shown(path)}")
        self.tell.say()
        self.tell.did("the ledger recounts itself: " + self.it.entremise("ledger", "check").strip().splitlines()[-1], "entremise ledger check")
        self.tell.did("and so do the series: " + self.it.entremise("series", "audit").strip().splitlines()[-1], "entremise series audit")

    @staticmethod
    def wait_for_document(api, invoice, seconds=20):
        deadline = time.monotonic() + seconds
        while True:
            answer = api.send("GET", f"/v1/invoices/{invoice['id']}/document")
            if answer.status == 200 or time.monotonic() > deadline:
                return answer.data
            time.sleep(0.1)

    def review(self):
        self.tell.chapter("They review each other", "Only after a validated order, once per side; staff can moderate, with a recorded reason.")
        self.ana.api.post(f"/v1/orders/{self.order['id']}/review", {"rating": 5, "text": "Careful work by Ben, on time. Ana Durand"})
        self.ben.api.post(f"/v1/orders/{self.order['id']}/review", {"rating": 5, "text": "Pleasant client."})
        page = self.client.get(f"/v1/providers/{self.ben.id}")
        self.tell.did(f"Ben's page: {stars(page)}")

    def look_around(self):
        known = self.market.known
        left = sum(one.get("leaves", False) for one in known["providers"])
        self.tell.chapter("More of the market", "So that what keeps serving is worth a visit.")
        self.tell.did(f"{len(known['providers'])} more providers, {len(known['clients'])} clients and {len(known['orders'])} orders with their "
                      f"reviews, since {BEGAN} days; {left} provider has closed the account: its page answers 410")
        self.zoe = people.sign_up(self.client, self.mailbox, "zoe@example.org", people.natural_person("Zoé", "Blanc"))
        self.tell.did("Zoé, who never bought anything, and will leave")
        self.secret = self.secure(self.market.providers["elodie"])
        self.tell.did("Élodie sets a second factor: six digits beside her password from now on", "POST /v1/me/second-factor")

    def secure(self, somebody):
        """A second factor, as an authenticator would hold it; its secret."""
        api = people.sign_in(self.client, somebody.address)
        secret = api.post("/v1/me/second-factor", {"password": people.PASSWORD})["secret"]
        api.post("/v1/me/second-factor/confirmation", {"code": one_time_code(secret, time.time())})
        return secret

    def accountant(self):
        self.tell.chapter("The accountant pulls the archive",
                          "With a key of its own: read-only, limited to one issuer, expiring; every read is recorded.")
        key = self.ben.api.post("/v1/me/archive-keys", {"label": "Cabinet Abby", "expires_at": self.in_days(90),
                                                          "password": people.PASSWORD})
        self.archive = self.client.as_(key["key"])
        year = self.now_year()
        data = self.archive.call("GET", f"/v1/archive/export?from={year}-01-01&to={year}-12-31").data
        content = zipfile.ZipFile(io.BytesIO(data))
        manifest = json.loads(content.read("manifest.json"))
        self.tell.did(f"a ZIP of {len(content.namelist())} files: {', '.join(sorted(content.namelist())[:6])}…",
                      f"GET /v1/archive/export?from={year}-01-01&to={year}-12-31")
        good = all(hashlib.sha256(content.read(file["path"])).hexdigest() == file["sha256"]
                   for one in manifest["invoices"] for file in one["files"])
        self.tell.did(f"every hash of the manifest, recomputed here: {'right' if good else 'WRONG'}")
        self.archived = data

    # -- leaving -------------------------------------------------------------------------

    def leave(self, other):
        """On a copy: Ana and Zoé close their accounts; ten years pass."""
        self.tell.chapter("Ana and Zoé leave (on a copy of everything)",
                          "Zoé never bought: nothing of her stays. Ana did: her name, the date she accepted the terms, "
                          "the invoices and the law's floors move to the archive; the rest goes.")
        other.start_mangopay()
        other.start_server(with_worker=False)  # so that the job can be seen at work
        client = Client(other.port)
        for who, name in ((self.ana.api, "Ana"), (self.zoe, "Zoé")):
            answer = client.as_(who.token).post("/v1/me/closure", {"password": people.PASSWORD})
            self.tell.did(f"{name} closes the account from the account itself: {answer['state']}", "POST /v1/me/closure")
        other.stop("serve")
        self.tell.did("what the retention job would do now:", "entremise retention plan")
        self.show(other.entremise("retention", "plan"))
        other.entremise("retention", "run")
        self.tell.did("and it does exactly that", "entremise retention run")
        other.start_server()
        ben = Client(other.port, self.ben.api.token)
        messages = ben.get(f"/v1/conversations/{self.conversation['id']}/messages")["items"]
        for message in messages:
            self.tell.did("Ben reads: " + (message.get("text") or "(a message removed with its author)"))
        reviews = client.get(f"/v1/providers/{self.ben.id}/reviews")["items"]
        self.tell.did(f"her review stays under a pseudonym: {reviews[0]['author']} wrote « {reviews[0]['text']} »")
        page = client.get(f"/v1/providers/{self.ben.id}")
        self.tell.did(f"and the average is unchanged: {stars(page)}")
        year = self.now_year()
        again = Client(other.port, self.archive.token).call("GET", f"/v1/archive/export?from={year}-01-01&to={year}-12-31").data
        same = self.documents_of(again) == self.documents_of(self.archived)
        self.tell.did(f"the accountant's documents: {'the same to the byte' if same else 'CHANGED'}")

    def show(self, text):
        for line in text.rstrip().splitlines():
            self.tell.say("  " + line)

    @staticmethod
    def documents_of(data):
        content = zipfile.ZipFile(io.BytesIO(data))
        return {name: content.read(name) for name in content.namelist() if name.endswith((".pdf", ".xml"))}

    def ten_years_later(self, other):
        self.tell.chapter("Ten years after the fiscal year's end (the same copy)",
                          "The clock is injected: every process of the copy now lives in the year the law lets go.")
        other.stop("serve")
        year = self.now_year() + 11
        other.set_clock(f"@{year}-01-02T09:00:00Z")
        self.show(other.entremise("retention", "plan"))
        other.entremise("retention", "run")
        audit = other.entremise("series", "audit").strip().splitlines()[-1]
        self.tell.did("the invoices are gone; their numbers and the chain of hashes stay, and still verify: " + audit)
        left = json.loads(other.entremise("retention", "plan", "--json"))["total"]
        self.tell.did("asked again, the plan finds " + (f"{left} things STILL DUE" if left else "nothing more that is due"),
                      "entremise retention plan")
        other.stop_all()

    # -- helpers -------------------------------------------------------------------------

    @staticmethod
    def now_year():
        return time.gmtime().tm_year

    @staticmethod
    def in_days(days):
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + days * 86400))


def play(installation, tell):
    demo = Demo(installation, tell)
    tell.say(f"Living through {BEGAN} days of a market first (half a minute)…")
    demo.market.open()
    demo.sign_up()
    demo.open_shop()
    demo.become_payable()
    demo.agree()
    demo.pay()
    demo.carry_out()
    demo.review()
    demo.look_around()
    demo.accountant()
    return demo


def leave_on_a_copy(demo, folder):
    """Copies the stopped installation, then lets people leave and time pass there."""
    shutil.rmtree(folder, ignore_errors=True)
    demo.it.stop_all()
    other = demo.it.copy_to(folder)
    demo.it.start_mangopay()
    demo.it.start_server()
    other.prepare()
    try:
        demo.leave(other)
        demo.ten_years_later(other)
    finally:
        other.stop_all()


def try_it(demo, tell, it):
    """Where to look, and as whom."""
    here = f"http://127.0.0.1:{it.port}"
    tell.chapter("Try it yourself")
    tell.say(f"Open the site:     {here}/          (in English: {here}/en)")
    tell.say("Sign in as:")
    tell.table([(ana, people.PASSWORD, who) for ana, who in (
        (demo.ana.address, "Ana, a client with an order behind her"), (demo.ben.address, "Ben, a provider with a page and invoices"),
        ("claire@example.org", "Claire, a client since the beginning"),
        ("elodie@example.net", "Élodie, a provider; then a code, see below"))], ("address", "password", "who"))
    tell.say(f"Élodie's code:     python3 -m ops.story.one_time_code {demo.secret}")
    tell.say(f"Read the API:      {here}/docs")
    tell.say(f"Mails, PDFs, data: {shown(it.folder)}/")
    tell.say(f"Any command:       {shown(it.programs)}/entremise --config {shown(it.config)} --help")


def main():
    options = argparse.ArgumentParser(prog="ops/demo", description=__doc__)
    options.add_argument("--exit", action="store_true", help="end after the story")
    options.add_argument("--port", type=int, default=8080, help="where it keeps serving (0: any)")
    options.add_argument("--folder", type=pathlib.Path, default=ROOT / "var/demo", help="where it keeps everything")
    options.add_argument("--programs", type=pathlib.Path, default=ROOT / "build/release/bin", help="where entremise is")
    chosen = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = chosen.folder.absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    installation = Installation(folder, chosen.programs, port=chosen.port, more=SITE)
    installation.set_clock(Market.days_ago(BEGAN))
    tell = Narrator()
    print("Entremise: clients ask for quotes, pay into escrow, talk, review; lawful invoices; and whoever leaves is "
          "forgotten, except for what the law keeps.", flush=True)
    try:
        with installation:
            demo = play(installation, tell)
            leave_on_a_copy(demo, folder.with_name(folder.name + "-year-ten"))
            try_it(demo, tell, installation)
            if chosen.exit:
                return
            tell.say("Serving until Ctrl-C.")
            try:
                threading.Event().wait()
            except (KeyboardInterrupt, SystemExit):
                tell.say("Stopping.")
    except OSError as failure:
        sys.exit(f"ops/demo: {failure}")


if __name__ == "__main__":
    main()
