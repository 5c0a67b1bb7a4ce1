"""Each page as it is looked at: nothing is wider than the window, the browser complains of nothing, the keyboard gets
everywhere. Pictures of them all are left in build/pictures for whoever looks; ENTREMISE_BROWSER=all takes them at every
width, by light and by dark, with scripts and without, in large letters and in forced colours."""

from site_world import EVERY_WAY, PICTURES, Site, picture, play
from world import check

from ops.story.people import PASSWORD

USUAL = {"width": 390, "javascript": True, "dark": False}
WAYS = [{"width": width, "javascript": scripts, "dark": dark}
        for width in (1280, 390, 320) for scripts, dark in ((True, False), (False, True))]
HARD = [{"width": 1280, "text_zoom": 2}, {"width": 320, "forced_colours": True}, {"width": 390, "dark": True, "forced_colours": True}]


def public_pages(site):
    provider = site.page_of(site.ben)
    service = next(path for path in site.sitemap() if path.startswith("/services/"))
    named = {"home": "/", "services": "/services", "services-none": "/services?q=introuvable", "services-refused": "/services?min_rating=7",
             "service": service, "provider": provider, "reviews": provider + "/reviews", "sign-in": "/sign-in", "sign-up": "/sign-up",
             "sign-up-client": "/sign-up?role=client&kind=natural_person", "sign-up-company": "/sign-up?role=provider&kind=company",
             "password-reset": "/password-reset", "dead-link": "/email-verification?token=short", "nowhere": "/nowhere", "home-en": "/en",
             "styleguide": "/styleguide"}
    texts = ("how-it-works", "ranking", "reviews-policy", "legal-notice", "terms", "terms/terms", "terms/mangopay_terms", "privacy", "cookies",
             "accessibility", "mediator", "become-a-provider", "contact", "problems/not_found", "licences")
    return named | {text.replace("/", "-"): "/" + text for text in texts}


def members_pages(site):
    named = {"dashboard": "/dashboard", "account": "/account", "sign-out": "/sign-out", "order": f"/orders/{site.order['id']}"}
    for text in ("profile", "legal", "security", "security/password", "security/email", "security/second-factor", "mails", "privacy", "closing"):
        named["account-" + text.replace("/", "-")] = "/account/" + text
    return named


def fits(person, name, path):
    person.complaints.clear()
    person.visit(path)
    wide = person.overflows()
    check(not wide, f"{name}: fits into {person.width} px {wide}")
    complaints = [one for one in person.complaints if person.status == 200 or not one.startswith("Failed to load")]
    check(not complaints, f"{name}: the browser complains of nothing {complaints}")
    check(person.js("document.querySelectorAll('main img:not([alt])').length") == 0, f"{name}: pictures say what they show")


def keyboard(person, path):
    """The first stop leads past the header; every stop can be seen, and nothing holds the focus."""
    person.visit(path)
    person.press("Tab")
    check(person.js("document.activeElement.matches('a.skip')"), f"{path}: the first stop skips the header")
    person.press("Enter")
    check(person.js("location.hash === '#content'"), f"{path}: and leads to the content")
    stops = person.js("document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main summary').length")
    seen = set()
    for _ in range(min(stops, 12)):
        person.press("Tab")
        seen.add(person.js("(e => [...document.querySelectorAll('*')].indexOf(e))(document.activeElement)"))
        visible = person.js("""(e => { const marks = shown => getComputedStyle(shown).outlineStyle !== 'none' || getComputedStyle(shown).boxShadow !== 'none';
            const card = e.closest('.offer'); // wears the ring of the link that spans it
            return e === document.body || e.getBoundingClientRect().width > 0 && (marks(e) || card !== null && marks(card)); })(document.activeElement)""")
        check(visible, f"{path}: the focus is seen on {person.focused()!r}")
    check(len(seen) >= min(stops, 12) - 1, f"{path}: each key leads on ({len(seen)} of {stops})")


def targets(person, path):
    """What a thumb is to hit: 44 px of height in forms and navigation, 24 at the least anywhere but in running text."""
    person.visit(path)
    small = person.js("""[...document.querySelectorAll('button, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, a.button')]
        .filter(e => e.checkVisibility() && e.getClientRects().length && e.getBoundingClientRect().height < 43.5
            && !e.matches('.button--link')).map(e => e.outerHTML.slice(0, 90))""")
    check(not small, f"{path}: fingers find what they look for {small}")


def named_by(way):
    return "-".join([str(way["width"]), *(word for word in ("dark", "forced_colours", "text_zoom") if way.get(word)),
                     *([] if way.get("javascript", True) else ["plain"])])


def look(browser, site, way):
    for address, pages in ((None, public_pages(site)), (site.ben.address, members_pages(site))):
        person = browser.person(site.url, language="fr", **way)
        if address:
            person.visit("/sign-in")
            person.fill("[name=email]", address)
            person.fill("[name=password]", PASSWORD)
            person.press("Enter", leads_away=True)
        for name, path in pages.items():
            fits(person, name, path)
            picture(person, f"{name}-{named_by(way)}")
        if address is None and way.get("javascript", True) and not way.get("forced_colours"):
            for path in ("/", "/sign-in", "/services"):
                keyboard(person, path)
                targets(person, path)
        person.leave()


def story(browser, site):
    for way in WAYS + HARD if EVERY_WAY else [USUAL]:
        print("= " + named_by(way))
        look(browser, site, way)
    print(f"  pictures: {PICTURES}")


def main():
    with Site() as site:
        site.furnish()
        play(story, site)


if __name__ == "__main__":
    main()
