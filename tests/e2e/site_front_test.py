"""The site through nginx, as it is run: TLS, the cookie that only TLS gets, what is kept and asked for again, pages
compressed, and the page for when nobody is behind."""

import re

import brotli
from site_world import Site, Words, picture, play
from visitor import Visitor
from world import Nginx, check

from ops.story.people import PASSWORD

POLICY = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "font-src": "'self'",
          "connect-src": "'self'", "manifest-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'"}
ALWAYS = {"referrer-policy": "same-origin", "x-content-type-options": "nosniff", "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin"}


class Fronted(Site):
    """Its web address is nginx's."""

    def before_it_serves(self):
        self.nginx = Nginx(self.folder / "nginx", self.it.port)
        self.web = f"https://127.0.0.1:{self.nginx.port}"
        self.it.environment |= {"ENTREMISE_PLATFORM_WEB_URL": self.web, "ENTREMISE_HTTP_SECURE_COOKIES": "true",
                                "ENTREMISE_HTTP_WEB_ORIGINS": ""}

    def __exit__(self, *failure):
        self.nginx.stop()
        super().__exit__(*failure)


def is_protected(answer, what):
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";") if part.strip())
    check(policy == POLICY, f"{what}: nothing comes from anywhere else {policy}")
    check(all(answer.headers.get(name) == value for name, value in ALWAYS.items()), f"{what}: and nothing leaves {answer.headers}")
    check("strict-transport-security" in answer.headers and "permissions-policy" in answer.headers, f"{what}: over TLS alone")


def public_page(visitor):
    packed = visitor.get("/", Accept_Encoding="gzip, br")
    as_it_is = visitor.get("/")
    is_protected(as_it_is, "a public page")
    check(packed.headers.get("content-encoding") == "br" and brotli.opened(packed.data) == as_it_is.data,
          "is compressed for whoever takes that, and the same for whoever does not")
    check("max-age=60" in as_it_is.headers["cache-control"] and "accept-encoding" in as_it_is.headers["vary"].lower(), "may be kept a minute")
    check("set-cookie" not in as_it_is.headers, "and sets nothing")
    again = visitor.get("/", Accept_Encoding="gzip, br", If_None_Match=packed.headers["etag"])
    check(again.status == 304 and not again.data, f"who has it is told that it is still so ({again.status})")
    check(visitor.client.send("HEAD", "/").status == 200, "and can ask for its head alone")


def changes_are_seen(site, visitor):
    before = visitor.get("/services", Accept_Encoding="br")
    site.ben.offer("Boutonnières à la main")
    after = visitor.get("/services", Accept_Encoding="br", If_None_Match=before.headers["etag"])
    check(after.status == 200 and "Boutonnières" in brotli.opened(after.data).decode(), "what is kept is never older than the market")


def files(visitor):
    page = visitor.get("/").page
    style = next(path for path in page.loads if path.endswith(".css"))
    packed, plain = visitor.get(style, Accept_Encoding="br"), visitor.get(style)
    check(packed.headers["content-encoding"] == "br" and brotli.opened(packed.data) == plain.data, "files are compressed when they are built")
    check("immutable" in plain.headers["cache-control"], "and kept for ever, under a name that is theirs alone")
    check(visitor.get(re.sub(r"\.[0-9a-f]{6,}\.", ".0000000000000000.", style)).status == 404, "another name is nothing's")


def by_hand(site, visitor):
    visitor.get("/sign-in")
    form = visitor.get("/sign-in").page.form_to("/sign-in")
    answer = visitor.post("/sign-in", form.filled(email=site.ana.address, password=PASSWORD))
    cookie = answer.headers["set-cookie"]
    check(answer.status == 303 and cookie.startswith("__Host-"), f"signing in gives a cookie of this host alone ({answer.status})")
    check(all(word in cookie.lower() for word in ("secure", "httponly", "samesite=lax", "path=/")), f"for TLS, not for scripts: {cookie}")
    page = visitor.get("/account/profile", Accept_Encoding="br")
    is_protected(page, "a member's page")
    check("no-store" in page.headers["cache-control"], "is kept by nobody")
    check("content-encoding" not in page.headers, "and not compressed beside its token")
    check(site.web in visitor.get("/").page.canonical, "pages know the address that people see")


def in_a_browser(browser, site):
    said = Words("fr")
    person = browser.person(site.web, language="fr", width=390)
    check(person.visit("/sign-in") == 200, "the browser is there by TLS")
    person.fill(said("access.email"), site.ben.address)
    person.fill(said("access.password"), PASSWORD)
    person.click(said("access.sign_in_button"))
    check(person.here == "/dashboard" and not person.complaints, f"forms work through nginx {person.here} {person.complaints}")
    site.it.stop("serve")
    status = person.visit("/services")
    check(status == 502 and person.text("h1"), f"where nobody is behind, there is a page ({status})")
    check(person.js("getComputedStyle(document.body).fontFamily").startswith('"Instrument Sans"'), "with a style of its own")
    check(not [one for one in person.complaints if "Failed to load" not in one], f"of which nothing is missing {person.complaints}")
    picture(person, "away-390")
    site.it.start_server()
    person.leave()


def main():
    with Fronted() as site:
        site.furnish()
        visitor = Visitor(site.nginx.port, tls=True)
        public_page(visitor)
        changes_are_seen(site, visitor)
        files(visitor)
        by_hand(site, visitor)
        play(in_a_browser, site)


if __name__ == "__main__":
    main()
