"""The steps of a deal, each as its person would take it. Nothing here knows the database."""

import struct
import time
import zlib

from . import people
from .client import submit_form

IBAN = "FR7630004000031234567890143"  # Mangopay's own test number


def picture(red, green, blue, side=96):
    """A small PNG of one colour: somebody's photo."""
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
    row = b"\0" + bytes((red, green, blue)) * side
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(row * side)) + chunk(b"IEND", b""))


ADDRESS = {"line1": "12 rue des Lilas", "postcode": "69003", "city": "Lyon", "country": "FR"}


def in_days(days):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + days * 86400))


class Provider:
    """Somebody who offers services: from the sign-up form to being payable."""

    def __init__(self, client, mailbox, address, form):
        self.address, self.mailbox = address, mailbox
        self.api = people.sign_up(client, mailbox, address, form)
        self.id = self.api.get("/v1/me")["id"]

    def show_page(self, city="Lyon", skills=("retouche", "couture"), colour=(120, 90, 160)):
        self.api.call("PUT", "/v1/me/page/photo", picture(*colour), headers={"Content-Type": "image/png"})
        self.api.edit("PUT", "/v1/me/page", "/v1/me/page",
                      {"city": city, "description": "Retouches soignées, à la main.", "skills": list(skills),
                       "is_published": True})

    def offer(self, title, city="Lyon", price=4500, skills=("retouche",)):
        return self.api.post("/v1/services", {
            "title": title, "description": title + ", with care.", "city": city, "skills": list(skills),
            "price": {"from": {"amount": price, "currency": "EUR"}, "per": "hour"}, "is_published": True})

    def give_legal_details(self):
        self.api.edit("PATCH", "/v1/me", "/v1/me", {"address": ADDRESS, "phone": "+33611111111"})
        for document in ("invoicing_mandate", "mangopay_terms"):
            version = self.api.get(f"/v1/terms/{document}")["version"]
            self.api.post("/v1/me/acceptances", {"document": document, "version": version})

    def verify_identity(self):
        verification = self.api.post("/v1/me/identity-verification", {})
        if "hosted_url" not in verification:  # the worker was at it already, or Mangopay takes its time
            verification = self.api.until_found("/v1/me/identity-verification")
        submit_form(verification["hosted_url"], {"decision": "accept"})

    def enrol(self):
        link = self.api.post("/v1/me/strong-authentication", {"password": people.PASSWORD})
        submit_form(link["redirect_url"], {"decision": "accept"})

    def register_bank_account(self):
        proof = people.mailed_proof(self.api, self.mailbox, self.address)
        recipient = self.api.post("/v1/me/payout-recipient", {"iban": IBAN, "proof": proof})
        if recipient.get("redirect_url"):
            submit_form(recipient["redirect_url"], {"decision": "accept"})

    def become_payable(self):
        self.give_legal_details()
        self.verify_identity()
        self.enrol()
        self.register_bank_account()
        return self.api.until("/v1/me/payout-eligibility", lambda seen: seen["eligible"], what="eligibility")

    def quote(self, request, hours="7.5", price="45", valid_for=30):
        offer = {"lines": [
            {"designation": "Retouche d'une robe de mariée", "quantity": hours, "unit": "HUR",
             "unit_price": price, "vat_rate": "20"},
            {"designation": "Fil, ruban et dentelle", "quantity": "1", "unit": "C62", "unit_price": "33.3333",
             "vat_rate": "20"}],
            "prices_are": "net", "service_category": "general", "valid_until": in_days(valid_for),
            "delivery_day": in_days(valid_for + 10), "terms": "Deux essayages compris. Retrait à l'atelier."}
        return self.api.post(f"/v1/requests/{request['id']}/quotes", offer)


class Buyer:
    """Somebody who asks for services."""

    def __init__(self, client, mailbox, address, form):
        self.address = address
        self.api = people.sign_up(client, mailbox, address, form)
        self.id = self.api.get("/v1/me")["id"]

    def give_address(self):
        self.api.edit("PATCH", "/v1/me", "/v1/me", {"address": {**ADDRESS, "line1": "3 place Bellecour", "postcode": "69002"}})

    def ask(self, providers, need="A wedding dress to take in, before the end of the month."):
        return self.api.post("/v1/requests", {"providers": [one.id for one in providers], "need": need})

    def accept(self, quote):
        return self.api.post(f"/v1/quotes/{quote['id']}/acceptance", {"version": quote["version"]})

    def pay(self, order):
        """Goes to Mangopay's page and gives a card there; the card never reaches the product."""
        payment = self.api.post(f"/v1/orders/{order['id']}/payment", {})
        if not payment.get("redirect_url"):
            payment = self.api.until(f"/v1/orders/{order['id']}/payment", lambda seen: seen["redirect_url"],
                                     what="the page to pay on")
        submit_form(payment["redirect_url"], {"decision": "accept", "cardNumber": "4970107111111119",
                                              "cardExpirationDate": "1230", "cardCvx": "123"})
        return self.api.until(f"/v1/orders/{order['id']}", lambda seen: seen["state"] == "funded", what="funding")

    def step(self, order, name, body=None):
        return self.api.post(f"/v1/orders/{order['id']}/{name}", body or {})


def carried_out(buyer, provider, order):
    """From the accepted quote to the released money and both invoices."""
    buyer.pay(order)
    provider.api.post(f"/v1/orders/{order['id']}/start")
    provider.api.post(f"/v1/orders/{order['id']}/delivery")
    buyer.step(order, "validation")
    released(buyer, order)


def released(buyer, order):
    buyer.api.until(f"/v1/orders/{order['id']}", lambda seen: seen["state"] == "released", what="the release")
    return buyer.api.until("/v1/invoices", lambda seen: any(i["order_id"] == order["id"] for i in seen["items"]),
                           what="the invoice")
