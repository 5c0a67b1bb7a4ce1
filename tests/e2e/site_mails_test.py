"""Every link of every mail leads to a page: signed in to what it is about, else to signing in and then there. Whatever
follows links by itself, as scanners do, changes nothing."""

import re
import urllib.parse

from site_world import Site
from visitor import Visitor
from world import check

from ops.story import people
from ops.story.people import PASSWORD


def links_of(mail):
    """Every address in both parts of a mail."""
    found = []
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            found += re.findall(r"https?://[^\s<>\"']+", part.get_content().replace("&amp;", "&"))
    return list(dict.fromkeys(link.rstrip(".,)") for link in found))


def kind_of(link):
    """What a link is about, whichever object it names."""
    return re.sub(r"[a-z]{3}_[0-9a-z]+|[A-Za-z0-9_-]{40,}", "…", link)


def is_a_page(answer, what):
    good = answer.status == 200 and answer.page is not None
    check(good and len(answer.page.headings) == 1 and answer.page.title, f"{what} is a page ({answer.status})")


def more_letters(site):
    """What the market's story has no mail of: passwords, addresses, closing."""
    site.client.post("/v1/password-resets", {"email": site.ana.address})
    site.ana.api.post("/v1/me/email", {"email": "ana.new@example.org", "password": PASSWORD})
    site.client.call("POST", "/v1/accounts", {**people.natural_person("Ana", "Autre"), "email": site.ana.address, "password": PASSWORD,
                                              "accepted_terms": site.client.get("/v1/terms/terms")["version"]})
    site.mailbox.latest_to(site.ana.address, "password-reset")
    site.mailbox.latest_to("ana.new@example.org")


def own_mails(site):
    """(whose, link) for every link of ours in the mails so far, one of each kind for each person."""
    seen = {}
    for _, mail in site.mailbox.all():
        whose = str(mail["To"]).strip("<>")
        for link in links_of(mail):
            if link.startswith(site.url):
                seen.setdefault((whose, kind_of(link)), link)
    return [(whose, link) for (whose, _), link in seen.items()]


def opens_for_everybody(site, links):
    stranger = Visitor(site.it.port)
    members = {one.address: Visitor(site.it.port).sign_in(one.address) for one in (site.ben, site.ana)}
    for whose, link in links:
        path = link.removeprefix(site.url) or "/"
        is_a_page(stranger.follow(path), f"{kind_of(path)}, opened by nobody in particular,")
        if whose in members:
            is_a_page(members[whose].follow(path), f"{kind_of(path)}, opened by whoever got it,")
        answer = stranger.get(path)
        if answer.status == 303 and "next=" in answer.location:
            then = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.location).query)["next"][0]
            check(then == path, f"{kind_of(path)} waits until somebody has signed in")


def changed_nothing(site, links):
    """All was opened, by strangers too; what the links would do can still be done."""
    check(site.ana.api.get("/v1/me")["email"] == site.ana.address, "the address is the one it was")
    check(site.client.send("POST", "/v1/sessions", {"email": site.ana.address, "password": PASSWORD}).status in (200, 201),
          "so is the password")
    preferences = site.ana.api.get("/v1/me/mail-preferences")
    check(False not in [value for value in preferences.values() if isinstance(value, bool)], "nobody is unsubscribed")
    link = next(link for whose, link in links if whose == site.ana.address and "/password-reset" in link and "token" in link)
    token = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["token"][0]
    done = site.client.send("PUT", "/v1/password", {"token": token, "password": "Douze-bobines-et-un-de-a-coudre-3"})
    check(done.status == 204, f"the link that was looked at still sets a password ({done.status})")


def looks_like_us(site):
    """The HTML part says what the text says, and fetches nothing."""
    several = 0
    for _, mail in site.mailbox.all():
        part = mail.get_body(preferencelist=("html",))
        if part is None:
            continue
        several += 1
        source = part.get_content()
        if re.search(r"<(img|script|link|iframe)\b|url\(|@import", source):
            raise AssertionError(f"a mail fetches something: {source[:600]}")
        plain = mail.get_body(preferencelist=("plain",)).get_content()
        missing = [link for link in re.findall(r"https?://[^\s<>]+", plain) if link.replace("&", "&amp;") not in source and link not in source]
        if missing:
            raise AssertionError(f"a link is in the text alone: {missing}")
    check(several > 10, f"{several} mails are written in HTML too, and fetch nothing")


def main():
    with Site() as site:
        site.furnish()
        more_letters(site)
        links = own_mails(site)
        check(len(links) > 12, f"{len(links)} kinds of links")
        opens_for_everybody(site, links)
        looks_like_us(site)
        changed_nothing(site, links)


if __name__ == "__main__":
    main()
