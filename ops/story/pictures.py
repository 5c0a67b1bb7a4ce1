"""The pictures of README, taken of a demo that serves: python3 -m ops.story.pictures [URL]
Written to ops/reference/pictures/, over those that are there."""

import pathlib
import sys

from .browser import Browser
from .people import PASSWORD

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "reference/pictures"


def taken(person, path, name):
    """What fits into the window at `path`, once its letters are drawn."""
    if person.visit(path) != 200:
        raise SystemExit(f"{path} is answered {person.status}")
    person.js("document.fonts.ready.then(() => true)")
    person.chromium.pause(0.3)
    person.screenshot(FOLDER / f"{name}.png", whole=False)
    print(f"{name}.png: {person.here}")


def provider_in(person):
    """The page of whoever has had most to do."""
    person.visit("/services?city=Lyon&sort=rating")
    return person.js("[...document.querySelectorAll('main a[href*=\"/services/\"]')].map(a => a.href)[0]")


def main(url="http://127.0.0.1:8080"):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        wide = browser.person(url, language="fr", width=1280, height=860)
        taken(wide, "/", "home")
        wide.visit(provider_in(wide))
        taken(wide, wide.js("[...document.querySelectorAll('main a[href*=\"/providers/\"]')].map(a => a.href)[0]"), "provider")
        phone = browser.person(url, language="en", width=390, height=844, dark=True)
        phone.visit("/en/sign-in")
        phone.fill("[name=email]", "ben@example.org")
        phone.fill("[name=password]", PASSWORD)
        phone.press("Enter", leads_away=True)
        taken(phone, "/en/dashboard", "dashboard")


if __name__ == "__main__":
    main(*sys.argv[1:])
