"""The demo's market: five months of it, lived through the API by people whom market.json names."""

import concurrent.futures
import json
import pathlib
import time
import unicodedata
import urllib.parse

from . import deal, people
from .client import Client
from .portraits import portrait
from .works import work

DAY = 86400
AT_ONCE = 4
BEGAN = 150  # days ago


def plain(name):
    """As it is spelled in an address: "Élodie" is elodie."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


class Market:
    """`open()` lives through everything up to now; the clock must stand at BEGAN days ago before."""

    def __init__(self, installation, mailbox):
        self.it, self.mailbox = installation, mailbox
        self.known = json.loads((pathlib.Path(__file__).parent / "market.json").read_text(encoding="utf-8"))
        self.providers, self.clients = {}, {}

    @staticmethod
    def days_ago(days):
        """The line of the clock file for that day."""
        return f"-{days * DAY * 1_000_000}"

    def open(self):
        self._with_each(self._join, [(number, one) for number, one in enumerate(self.known["providers"]) if "since" not in one])
        self._with_each(self._welcome, list(enumerate(self.known["clients"])))
        for days in sorted({order["days"] for order in self.known["orders"]}, reverse=True):
            self.it.set_clock(self.days_ago(days))
            self._with_each(self._join, [(number, one) for number, one in enumerate(self.known["providers"]) if one.get("since") == days])
            done = self._with_each(self._order, [order for order in self.known["orders"] if order["days"] == days])
            self._with_each(lambda one: deal.released(*one), done)
        for one in self.known["providers"]:
            if one.get("leaves"):
                self._sign_in(self.providers[one["key"]])
                self.providers[one["key"]].api.post("/v1/me/closure", {"password": people.PASSWORD})
        self.it.set_clock("system")

    @staticmethod
    def _with_each(do, several):
        """Some at once, as people are; what failed in one is raised."""
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(do, several))

    # -- people --------------------------------------------------------------------------

    def _join(self, numbered):
        number, one = numbered
        first, last = one["name"]
        form = people.company_provider(first, last, one["company"], number + 2, language="fr")
        provider = deal.Provider(Client(self.it.port), self.mailbox, f"{plain(first)}@example.net", form)
        self.providers[one["key"]] = provider
        provider.api.call("PUT", "/v1/me/page/photo", portrait(one["look"], number), headers={"Content-Type": "image/png"})
        for thing, shade, caption in one["works"]:
            provider.api.call("POST", "/v1/me/portfolio?" + urllib.parse.urlencode({"caption": caption}), work(thing, shade),
                              headers={"Content-Type": "image/png"})
        provider.api.edit("PUT", "/v1/me/page", "/v1/me/page",
                          {"city": one["city"], "description": one["description"], "skills": one["skills"], "is_published": True})
        for service in one["services"]:
            provider.api.post("/v1/services", {
                "title": service["title"], "description": service["description"], "city": one["city"], "skills": service["skills"],
                "price": {"from": {"amount": service["price"], "currency": "EUR"}, "per": service["per"]}, "is_published": True})
        if any(order["provider"] == one["key"] for order in self.known["orders"]):
            provider.become_payable()

    def _welcome(self, numbered):
        number, (first, last) = numbered
        buyer = deal.Buyer(Client(self.it.port), self.mailbox, f"{plain(first)}@example.org",
                           people.natural_person(first, last, language="fr"))
        buyer.give_address()
        self.clients[number] = buyer

    def _sign_in(self, somebody):
        """Nobody's session outlives a fortnight unused."""
        somebody.api = people.sign_in(Client(self.it.port), somebody.address)

    # -- orders --------------------------------------------------------------------------

    def _order(self, order):
        """From the need to the review; the money is released a little later."""
        buyer, provider = self.clients[order["client"]], self.providers[order["provider"]]
        self._sign_in(buyer)
        self._sign_in(provider)
        request = buyer.ask([provider], order["what"] + ".")
        accepted = buyer.accept(provider.api.post(f"/v1/requests/{request['id']}/quotes", _offer(order)))
        buyer.pay(accepted)
        provider.api.post(f"/v1/orders/{accepted['id']}/start")
        provider.api.post(f"/v1/orders/{accepted['id']}/delivery")
        buyer.step(accepted, "validation")
        review = buyer.step(accepted, "review", {"rating": order["rating"], "text": order["text"]})
        if "reply" in order:
            provider.api.post(f"/v1/reviews/{review['id']}/reply", {"text": order["reply"]})
        return buyer, accepted


def _offer(order):
    def day(later):
        return time.strftime("%Y-%m-%d", time.gmtime(time.time() + (later - order["days"]) * DAY))
    line = {"designation": order["what"], "quantity": "1", "unit": "C62", "unit_price": order["price"], "vat_rate": "20"}
    return {"lines": [line], "prices_are": "net", "service_category": "general", "valid_until": day(20),
            "delivery_day": day(25), "terms": ""}
