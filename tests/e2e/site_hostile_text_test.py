"""What people write is text: an XSS corpus in every free text that somebody else sees, and in every address, and
nothing of it runs, loads or breaks a page."""

import urllib.parse

from site_world import Site, Words, play, plain
from visitor import Visitor
from world import check

from ops.story import deal, people
from ops.story.people import PASSWORD
from ops.story.portraits import portrait

RUN = "window.hacked=1"
CORPUS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title></textarea></style><script>{RUN}</script>",
    f"\"><img src=x onerror={RUN}>",
    f"'><svg/onload={RUN}>",
    f"\" onfocus={RUN} autofocus x=\"",
    f"' onmouseover='{RUN}' x='",
    f"javascript:{RUN}//",
    f"<a href=\"javascript:{RUN}\">x</a>",
    "<!-- <b>",
    "]]></svg><![CDATA[",
    "{{TITLE}} {{>FORM}} {{#ROWS}} {{BI_NEWLINE}}",
    "{count, plural, one {x} '{' }",
    "&lt;script&gt; &amp;amp; &#60;",
    "%3Cscript%3E%0d%0aSet-Cookie:x=1",
    "<!--<script>",
    "<bdo dir=rtl>x</bdo>",
)
# What nobody may write at all (domain/core/text), but anybody can put into an address.
UNWRITABLE = ("</script\u2028><script>\u2029" + RUN, "\u202eabc\u202c<b>", "\u0001<script>", "<script>\r\nX: y")
EVERYTHING = " ".join(CORPUS)


def hostile_market(site):
    """Mallory, who offers what the corpus says, and Eve, who thinks so of it."""
    mallory = deal.Provider(site.client, site.mailbox, "mallory@example.org",
                            people.company_provider("Mallory", "O'Brien <b>", "Atelier & <i>Fils</i> \"SARL\"", 40, language="fr"))
    mallory.api.call("PUT", "/v1/me/page/photo", portrait("crop fair black", 1), headers={"Content-Type": "image/png"})
    for text in (CORPUS[0], CORPUS[3]):
        mallory.api.call("POST", "/v1/me/portfolio?" + urllib.parse.urlencode({"caption": text}), portrait("bun fair black", 2),
                         headers={"Content-Type": "image/png"})
    mallory.api.edit("PUT", "/v1/me/page", "/v1/me/page", {"city": CORPUS[3][:90], "description": EVERYTHING, "is_published": True,
                                                           "skills": [text[:40] for text in CORPUS]})
    services = [mallory.api.post("/v1/services", {
        "title": text[:110] + " .", "description": EVERYTHING, "city": CORPUS[3][:90], "skills": [text[:40]],
        "price": {"from": {"amount": 4500, "currency": "EUR"}, "per": "hour"}, "is_published": True}) for text in CORPUS]
    mallory.become_payable()
    eve = deal.Buyer(site.client, site.mailbox, "eve@example.org", people.natural_person("Eve <u>", "L'Hôte \"x\"", language="fr"))
    eve.give_address()
    order = eve.accept(mallory.quote(eve.ask([mallory], EVERYTHING)))
    deal.carried_out(eve, mallory, order)
    conversation = eve.api.get("/v1/conversations")["items"][0]["id"]
    eve.api.post(f"/v1/conversations/{conversation}/messages", {"text": EVERYTHING})
    review = eve.step(order, "review", {"rating": 1, "text": EVERYTHING})
    mallory.api.post(f"/v1/reviews/{review['id']}/reply", {"text": EVERYTHING})
    return mallory, eve, services, order


def is_whole(person, what, wanted=()):
    """The page as it was meant: text is text, and the browser complained of nothing."""
    check(person.js("window.hacked") is None, f"{what}: nothing ran")
    strangers = person.js("""[...document.querySelectorAll(`script:not([src]):not([type="application/ld+json"]), iframe, object, embed,
        base, [onerror], [onload], [onfocus], [onmouseover], [style], a[href^="javascript:" i], bdo, main img[src="x"]`)].map(e => e.outerHTML)""")
    check(not strangers, f"{what}: nothing was added to it {strangers}")
    check(not person.complaints, f"{what}: the browser complained of nothing {person.complaints}")
    check(person.js("document.querySelectorAll('h1').length") == 1 and person.js("document.querySelector('footer') !== null"),
          f"{what}: it is a whole page")
    data = person.js("""[...document.querySelectorAll('script[type="application/ld+json"]')].every(e => { JSON.parse(e.textContent); return true; })""")
    check(data is True, f"{what}: its data can be read")
    for text in wanted:
        check(plain(text) in person.text("body"), f"{what}: says literally {text[:40]!r}")


def addresses(site):
    """Every place where an address is repeated on the page it leads to."""
    for text in CORPUS + UNWRITABLE:
        quoted = urllib.parse.quote(text, safe="")
        yield f"/services?q={quoted}", 200 if text in CORPUS else None
        yield f"/services?city={quoted}&skill={quoted}&min_rating={quoted}&sort={quoted}", None
        yield f"/sign-in?next={quoted}&told={quoted}", 200 if text in CORPUS else None
        yield f"/sign-up?role={quoted}&kind={quoted}", 200 if text in CORPUS else None
        yield "/" + quoted, None
    for path in ("/problems/%3Cscript%3E", "/terms/%3Cscript%3E", "/providers/%3Cscript%3E-acc_01", "/email-verification?token=%22%3E%3Cscript%3E"):
        yield path, None


def public_pages(browser, site, mallory, services):
    person = browser.person(site.url, language="fr")
    person.visit(site.page_of(mallory))
    is_whole(person, "the provider's page", (EVERYTHING, CORPUS[0]))
    provider = person.here
    for path, what, wanted in ((provider + "/reviews", "the reviews", (EVERYTHING,)), ("/", "home", ()), ("/services", "the search", ())):
        person.visit(path)
        is_whole(person, what, wanted)
    paths = [path for path in site.sitemap() if path.startswith("/services/")]
    shown = 0
    for service in services:
        path = next(path for path in paths if service["id"] in path)
        person.visit(path)
        is_whole(person, f"the service {service['title'][:30]!r}", (service["title"],))
        shown += 1
    check(shown == len(CORPUS), "each text was the title of a page")
    person.leave()


def repeated(browser, site):
    """The source first, of all of them; the browser for those of the worst."""
    visitor, person = Visitor(site.it.port), browser.person(site.url, language="fr")
    for number, (path, status) in enumerate(addresses(site)):
        answer = visitor.follow(path)
        good = answer.page is not None and (status is None or answer.status == status) and answer.status < 500
        source = answer.data.decode()
        wrong = [text for text in CORPUS if "<" in text and text in source] + answer.page.handlers + answer.page.inline
        check(good and not wrong, f"{path[:60]} is answered with text ({answer.status}) {wrong}")
        if number % 9 == 0 and answer.status == 200:
            person.visit(path)
            is_whole(person, path[:60])
    person.leave()


def members_pages(browser, site, mallory, eve, order):
    said = Words("fr")
    for one in (mallory, eve):
        person = browser.person(site.url, language="fr")
        person.visit("/sign-in")
        person.fill(said("access.email"), one.address)
        person.fill(said("access.password"), PASSWORD)
        person.click(said("access.sign_in_button"))
        for path in ("/dashboard", "/account", "/account/profile", "/account/legal", "/account/security", "/account/privacy", "/account/closing",
                     "/requests", "/quotes", "/orders", "/conversations", "/reviews", "/invoices", f"/orders/{order['id']}"):
            person.complaints.clear()
            status = person.visit(path)
            if status == 404 and path not in ("/dashboard", "/account", "/account/profile"):
                continue  # not everybody has every page
            is_whole(person, f"{path}, of {one.address},")
        person.leave()


def story(browser, site):
    mallory, eve, services, order = hostile_market(site)
    public_pages(browser, site, mallory, services)
    repeated(browser, site)
    members_pages(browser, site, mallory, eve, order)


def main():
    with Site() as site:
        play(story, site)


if __name__ == "__main__":
    main()
