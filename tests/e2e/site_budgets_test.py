"""What a page weighs, as it goes over the line: the document, styles, scripts, fonts, and how often a browser asks."""

import brotli
from site_world import Site, play
from visitor import Visitor
from world import check

from ops.story.people import PASSWORD

KB = 1024
# Of each page: the document, then what all pages share.
PUBLIC = {"document": 12 * KB, "style": 8 * KB, "script": 4 * KB, "font": 75 * KB}
MEMBERS = {**PUBLIC, "document": 15 * KB}
REQUESTS = 8  # without pictures
EARLY_SHIFT = 0.01  # of layout


def weight(answer, quality):
    """Bytes over the line, where brotli goes; private pages are not compressed beside their token, but could be."""
    if answer.headers.get("content-encoding") == "br":
        return len(answer.data)
    return len(brotli.compressed(answer.data, quality))


def sort_of(path):
    return {"css": "style", "js": "script", "woff2": "font"}.get(path.rsplit(".", 1)[-1])


def weighed(visitor, path):
    answer = visitor.get(path, Accept_Encoding="br")
    check(answer.status == 200, f"{path} is there")
    sizes = {"document": weight(answer, brotli.PAGES), "style": 0, "script": 0, "font": 0}
    for file in set(visitor.get(path).page.loads):
        sort = sort_of(file)
        if sort:
            asset = visitor.get(file, Accept_Encoding="br")
            sizes[sort] += len(asset.data) if sort == "font" else weight(asset, brotli.FILES)
    return sizes


def is_light(visitor, path, budget):
    sizes = weighed(visitor, path)
    told = ", ".join(f"{sort} {size / KB:.1f} of {budget[sort] / KB:.0f}" for sort, size in sizes.items())
    check(all(size <= budget[sort] for sort, size in sizes.items()), f"{path}: {told} KB")
    check(sizes["style"] and sizes["font"], f"{path}: what it is made of was weighed")


def rich_page(site):
    """A provider with all that fits: twenty works and fifteen services."""
    rich = site.provider("Rachel", "Dubois", 60, works=[("hoop", "red", f"Une broderie de fleurs, la {n}e") for n in range(20)])
    for number in range(13):
        rich.offer(f"Broderie à la main sur vêtement, modèle {number}")
    return site.page_of(rich)


def asks_seldom(browser, site, public, members):
    for address, paths in ((None, public), (site.ana.address, members)):
        person = browser.person(site.url, language="fr", width=390)
        if address:
            person.visit("/sign-in")
            person.fill("[name=email]", address)
            person.fill("[name=password]", PASSWORD)
            person.press("Enter", leads_away=True)
        for path in paths:
            person.visit(path)
            person.js("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 150)))")
            asked = sorted({one.url.removeprefix(site.url) for one in person.loaded.values() if one.kind != "Image" or "/assets/" in one.url})
            check(len(asked) <= REQUESTS, f"{path}: {len(asked)} requests without pictures {asked}")
            strangers = [one.url for one in person.loaded.values() if not one.url.startswith((site.url, "data:"))]
            check(not strangers, f"{path}: nobody else is asked {strangers}")
            shift = person.js("""new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const one of list.getEntries())
                sum += one.value; }).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 100); })""")
            check(shift <= EARLY_SHIFT, f"{path}: nothing jumps ({shift:.3f})")
        person.leave()


def main():
    with Site() as site:
        site.furnish()
        rich = rich_page(site)
        service = next(path for path in site.sitemap() if path.startswith("/services/"))
        public = ["/", "/services", service, site.page_of(site.ben), rich, rich + "/reviews", "/how-it-works", "/terms/terms", "/privacy",
                  "/sign-in", "/sign-up?role=provider&kind=company"]
        members = ["/dashboard", "/account", "/account/profile", "/account/legal", "/account/security", "/account/mails", "/account/closing"]
        ana = Visitor(site.it.port).sign_in(site.ana.address)
        for path in public:
            is_light(Visitor(site.it.port), path, PUBLIC)
        for path in members:
            is_light(ana, path, MEMBERS)
        play(asks_seldom, site, public, members)


if __name__ == "__main__":
    main()
