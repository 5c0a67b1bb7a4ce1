"""What the stories of the web site stand on: an installation with a small market in it, a browser, and the words
that pages say. ENTREMISE_BROWSER=all plays each story in every way; else in the one that it is written for."""

import json
import os
import re
import sys
import traceback
import urllib.parse

from world import ROOT, World

from ops.story import chromium, deal, people
from ops.story.browser import Browser
from ops.story.client import Client
from ops.story.portraits import portrait
from ops.story.works import work

EVERY_WAY = os.environ.get("ENTREMISE_BROWSER") == "all"
SETTINGS = """
[site]
name = "Entremise"
development = true
"""
PICTURES = ROOT / "build/pictures"
SKIPPED = 77


def ways(**usual):
    """How persons look at the site: scripts or not, wide or narrow."""
    if not EVERY_WAY:
        return [usual]
    return [{"javascript": scripts, "width": width} for scripts in (True, False) for width in (1280, 390)]


def told(way):
    return f"{'with' if way['javascript'] else 'without'} scripts, {way['width']} px"


class Words:
    """What pages say, by the keys of ops/texts/site: said("home.search_submit")."""

    def __init__(self, language):
        self.language = language
        self.files = {}

    def __call__(self, key, **values):
        name, _, rest = key.partition(".")
        if name not in self.files:
            self.files[name] = json.loads((ROOT / f"ops/texts/site/{name}.json").read_text(encoding="utf-8"))
        text = self.files[name][rest][self.language]
        for value, given in values.items():
            text = text.replace("{" + value + "}", str(given))
        if re.search(r"\{\w+\}", text):
            raise ValueError(f"{key} wants values: {text}")
        return " ".join(text.split())

    def path(self, path):
        if self.language == "fr":
            return path
        return "/en" if path == "/" else "/en" + path


def plain(text):
    """A text with every kind of space made the plain one, as Person.text() gives it."""
    return " ".join(text.split())


def link_in(mail):
    """The first link of a mail that leads to a page."""
    return re.search(r"https?://[^\s<>\"]+", people.text_of(mail)).group(0)


class Site(World):
    """A World whose market has Ben, who has all that a page can show, and Ana, who reviewed him."""

    def __init__(self, **installation):
        super().__init__(more=SETTINGS + installation.pop("more", ""), **installation)

    def __enter__(self):
        super().__enter__()
        self.url = f"http://127.0.0.1:{self.it.port}"
        self.before_it_serves()
        self.it.start_mangopay()
        self.it.start_server()
        self.client = Client(self.it.port)
        self.mailbox = people.Mailbox(self.it.folder / "mail")
        return self

    def before_it_serves(self):
        """For whoever puts something before it."""

    def provider(self, first, last, number, look="curls brown black", works=(("dress", "blue", "Robe du soir"),)):
        """Somebody with a published page: a portrait, works, two services."""
        address = f"{first.lower()}@example.org"
        company = people.company_provider(first, last, f"Atelier {first}", number, language="fr")
        provider = deal.Provider(self.client, self.mailbox, address, company)
        provider.api.call("PUT", "/v1/me/page/photo", portrait(look, number), headers={"Content-Type": "image/png"})
        for thing, shade, caption in works:
            provider.api.call("POST", "/v1/me/portfolio?" + urllib.parse.urlencode({"caption": caption}), work(thing, shade),
                              headers={"Content-Type": "image/png"})
        provider.api.edit("PUT", "/v1/me/page", "/v1/me/page", {
            "city": "Lyon", "description": "Retouches soignées, à la main.", "skills": ["retouche", "couture"], "is_published": True})
        provider.offer("Retouche de robe de mariée")
        provider.offer("Ourlet de rideaux en lin", price=3000)
        return provider

    def furnish(self):
        """Ben, payable, with an order carried out for Ana, her review and his reply."""
        self.ben = self.provider("Ben", "Moreau", 1)
        self.ben.become_payable()
        self.ana = deal.Buyer(self.client, self.mailbox, "ana@example.org",
                              people.natural_person("Ana", "Durand", language="fr"))
        self.ana.give_address()
        self.order = self.ana.accept(self.ben.quote(self.ana.ask([self.ben])))
        deal.carried_out(self.ana, self.ben, self.order)
        self.review = self.ana.step(self.order, "review", {"rating": 5, "text": "Travail soigné, rendu à temps."})
        self.ben.api.post(f"/v1/reviews/{self.review['id']}/reply", {"text": "Merci Ana, et à bientôt."})
        return self

    def closed_provider(self):
        """Somebody whose page is gone; its address on the API."""
        oscar = self.provider("Oscar", "Lambert", 2, works=())
        oscar.api.post("/v1/me/closure", {"password": people.PASSWORD})
        return oscar.id

    def page_of(self, provider):
        """The path under which the site shows it: asked of the sitemap, as anybody could."""
        return next(path for path in self.sitemap() if path.startswith("/providers/") and provider.id in path and "/reviews" not in path)

    def sitemap(self):
        text = self.client.call("GET", "/sitemap.xml").data.decode()
        return [found.removeprefix(self.url) for found in re.findall(r"<loc>([^<]+)</loc>", text)]


def play(story, *arguments):
    """Runs `story(browser, …)` in one browser; without a browser it is skipped, but not in CI."""
    if not chromium.is_there():
        print(f"skipped: no browser at {chromium.PROGRAM} (ops/setup --test)")
        sys.exit(1 if os.environ.get("CI") == "1" else SKIPPED)
    with Browser() as browser:
        story(browser, *arguments)


def picture(person, name):
    """What the person sees, kept for whoever looks: build/pictures/NAME.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    person.screenshot(PICTURES / f"{name}.png")


def seen_when_failing(person, story):
    """Does it; where it fails, what the person saw stays in build/pictures/failed.png."""
    try:
        return story()
    except Exception:
        traceback.print_exc()
        picture(person, "failed")
        print(f"  at {person.here}: {person.text('body')[:1500]}\n  complaints: {person.complaints}", file=sys.stderr)
        raise
