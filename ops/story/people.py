"""Signing people up, as they would do it themselves: form, mail, link, session."""

import email
import email.policy
import pathlib
import re
import time

from .client import Problem

PASSWORD = "Sept-lieues-et-deux-bottes-47"


def natural_person(first_name, surname, **more):
    return {"roles": ["client"], "legal_kind": "natural_person", "language": "en",
            "person": {"first_name": first_name, "surname": surname, "birth_date": "1988-04-12",
                       "country_of_residence": "FR", "nationality": "FR"}, **more}


def luhn_completed(digits):
    """`digits` with the key that makes it a valid SIREN or SIRET."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def french_company(name, number=1):
    siren = luhn_completed(f"{40_000_000 + number * 7919:08d}")
    siret = luhn_completed(siren + "0001")
    vat_key = (12 + 3 * (int(siren) % 97)) % 97
    return {"name": name, "legal_form": "SARL", "siret": siret, "vat_number": f"FR{vat_key:02d}{siren}",
            "vat_regime": "standard", "capital": "5 000 EUR", "rcs_city": "Lyon"}


def company_provider(first_name, surname, company, number=1, **more):
    person = natural_person(first_name, surname)
    return {**person, "roles": ["provider"], "legal_kind": "company", "clientele": "both",
            "company": french_company(company, number), **more}


class Mailbox:
    """The folder of .eml files in which the product leaves its mails by default."""

    def __init__(self, folder):
        self.folder, self.read = pathlib.Path(folder), {}

    def all(self):
        for path in sorted(self.folder.glob("**/*.eml")):
            if path not in self.read:  # written whole, and never again
                self.read[path] = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            yield path, self.read[path]

    def latest_to(self, address, containing="", seconds=20):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = [(path, mail) for path, mail in self.all()
                     if address in str(mail["To"]) and containing in text_of(mail)]
            if found:
                return found[-1]
            time.sleep(0.05)
        raise TimeoutError(f"no mail to {address} containing {containing!r} in {self.folder}")


def text_of(mail):
    body = mail.get_body(preferencelist=("plain", "html"))
    return body.get_content() if body else ""


def token_in(mail):
    found = re.search(r"[?#&/](?:token=)?([A-Za-z0-9_-]{40,})", text_of(mail))
    if not found:
        raise ValueError("no link with a token in: " + text_of(mail))
    return found.group(1)


def mailed_proof(api, mailbox, address):
    """What proves a sensitive change of somebody without an authenticator: the password, and the code in a fresh mail."""
    before = {path for path, mail in mailbox.all()}
    api.post("/v1/me/proof-codes")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for path, mail in mailbox.all():
            found = re.search(r"^([0-9]{8})\r?$", text_of(mail), re.MULTILINE)
            if path not in before and address in str(mail["To"]) and found:
                return {"password": PASSWORD, "mailed_code": found.group(1)}
        time.sleep(0.05)
    raise TimeoutError(f"no code for {address} in {mailbox.folder}")


def sign_up(client, mailbox, address, form):
    """Signs up, follows the link in the mail, signs in; the person's own client."""
    terms = client.get("/v1/terms/terms")["version"]
    client.post("/v1/accounts", {**form, "email": address, "password": PASSWORD, "accepted_terms": terms})
    _, mail = mailbox.latest_to(address, "verif")
    client.post("/v1/email-verifications", {"token": token_in(mail), "password": PASSWORD})
    return sign_in(client, address)


def sign_in(client, address, password=PASSWORD, **more):
    session = client.post("/v1/sessions", {"email": address, "password": password, **more})
    return client.as_(session["token"])


__all__ = ["Mailbox", "PASSWORD", "Problem", "company_provider", "mailed_proof", "natural_person", "sign_in", "sign_up",
           "text_of", "token_in"]
