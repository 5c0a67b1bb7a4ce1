"""Forms that are not ours do nothing: from another origin, without a token, with an old one or somebody else's."""

import http.server
import threading

from site_world import Site, play
from visitor import Visitor
from world import check

from ops.story import people
from ops.story.people import PASSWORD

ELSEWHERE = "https://evil.example"
# What a browser says of a request that another site began.
CROSS = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
SAME = {"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "navigate"}


def is_refused(answer, what, *statuses):
    check(answer.status in (statuses or (403,)), f"{what} is refused ({answer.status})")
    check(answer.page is not None and len(answer.page.headings) == 1, f"{what}: the refusal is a page")
    check(answer.headers["x-request-id"] in answer.data.decode(), f"{what}: it names the request")
    check(any(link.startswith("/") for link in answer.page.links), f"{what}: it shows a way on")
    check("set-cookie" not in answer.headers, f"{what}: nobody is signed in by it")


def anonymous(site):
    visitor = Visitor(site.it.port)
    form = visitor.get("/sign-in").page.form_to("/sign-in")
    right = form.filled(email=site.ana.address, password=PASSWORD)
    for path, fields in (("/sign-in", right), ("/password-reset", {"email": site.ana.address}), ("/en/sign-in", right)):
        for what, origin, headers in (("another origin", ELSEWHERE, {}), ("no origin at all", "null", {}),
                                      ("another origin that calls itself ours", ELSEWHERE, SAME),
                                      ("silence about the origin", None, {}), ("another site's silence", None, CROSS),
                                      ("another port's page", None, {"Sec_Fetch_Site": "same-site"})):
            is_refused(visitor.post(path, fields, origin=origin, **headers), f"{path}, posted from {what},")
    mails = sum("/password-reset" in people.text_of(mail) for _, mail in site.mailbox.all())
    check(mails == 0, "nothing was mailed for any of it")
    check(visitor.post("/sign-in", right, origin=None, **SAME).status == 303, "a browser that names no origin, but the same site, is let in")
    check(visitor.cookie, "and signed in")


def signed_in(site):
    ana, ben = (Visitor(site.it.port).sign_in(one.address) for one in (site.ana, site.ben))
    path = "/account/profile"
    form = ana.get(path).page.form_to(path)
    check("csrf" in form.fields and form.fields["csrf"] != ana.get(path).page.form_to(path).fields["csrf"],
          "a form's token is masked: no two pages show the same")
    changed = form.filled(**{"person.first_name": "Mallory"})
    without = {name: value for name, value in changed.items() if name != "csrf"}
    is_refused(ana.post(path, without), "a form without its token")
    is_refused(ana.post(path, {**changed, "csrf": ""}), "an empty token")
    is_refused(ana.post(path, {**changed, "csrf": changed["csrf"][:-4] + "AAAA"}), "a token that was changed")
    theirs = ben.get(path).page.form_to(path).fields["csrf"]
    is_refused(ana.post(path, {**changed, "csrf": theirs}), "somebody else's token")
    for what, origin, headers in (("another origin", ELSEWHERE, {}), ("no origin at all", "null", {}), ("another site's silence", None, CROSS)):
        is_refused(ana.post(path, changed, origin=origin, **headers), f"the right form from {what}")
    is_refused(ana.post(path, b"person.first_name=Mallory", Content_Type="text/plain"), "a form that calls itself plain text", 403, 415)
    former = Visitor(site.it.port).sign_in(site.ana.address)
    stale = former.get(path).page.form_to(path).fields["csrf"]
    former.post("/sign-out", former.get("/sign-out").page.form_to("/sign-out").fields)
    is_refused(ana.post(path, {**changed, "csrf": stale}), "a token of a session that has ended")
    check(site.ana.api.get("/v1/me")["person"]["first_name"] == "Ana", "nothing of hers has changed")
    kept = ana.post(path, ana.get(path).page.form_to(path).filled(**{"person.first_name": "Anaïs"}))
    check(kept.status == 303, f"her own form does its work ({kept.status})")
    check(site.ana.api.get("/v1/me")["person"]["first_name"] == "Anaïs", "which shows that the others could have")


def every_form(site):
    """Whatever can be posted by somebody signed in is refused without its token, before anything else of it is read."""
    ben, found = Visitor(site.it.port).sign_in(site.ben.address), {}
    for path in ("/dashboard", "/account", "/account/profile", "/account/legal", "/account/security", "/account/security/password",
                 "/account/security/email", "/account/security/second-factor", "/account/mails", "/account/closing", "/sign-out"):
        page = ben.follow(path).page
        found |= {form.action: form for form in page.forms if form.method == "post"}
    check(len(found) >= 7, f"there is much to post: {sorted(found)}")
    for action, form in found.items():
        is_refused(ben.post(action, {name: value for name, value in form.fields.items() if name != "csrf"}), f"{action} without a token")
    check(ben.get("/account").status == 200, "and he is still signed in")


def asking_does_nothing(site):
    """What a link or a picture on another page can make a browser do: GET."""
    ana = Visitor(site.it.port).sign_in(site.ana.address)
    for path in ("/sign-out", "/account/closing?password=" + PASSWORD, "/account/security/sessions/end"):
        ana.get(path, **CROSS)
    check(ana.get("/account").status == 200, "a session outlives every GET")
    check(site.ana.api.get("/v1/me/closure")["state"] == "open", "so does the account")


def limits(site):
    visitor = Visitor(site.it.port)
    large = b"email=" + b"x" * (257 * 1024)
    is_refused(visitor.post("/password-reset", large), "a form of more than 256 KiB", 413)
    long_way = visitor.get("/sign-in?next=https%3A%2F%2Fevil.example%2F").page.form_to("/sign-in")
    answer = visitor.post("/sign-in", long_way.filled(email=site.ben.address, password=PASSWORD, next="//evil.example/x"))
    check(answer.status == 303 and answer.location.startswith("/") and not answer.location.startswith("//"),
          f"signing in leads nowhere else ({answer.location})")


class Evil(http.server.BaseHTTPRequestHandler):
    """Another origin's page with a form of its own that goes to us."""

    target = ""

    def do_GET(self):
        page = (f'<!DOCTYPE html><title>x</title><form method="post" action="{self.target}/account/profile">'
                '<input name="person.first_name" value="Mallory"><button>Win a sewing machine</button></form>').encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


def from_a_browser(browser, site):
    """For real: the cookie goes along from another port of the same host, and it does not help."""
    Evil.target = site.url
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Evil)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    person = browser.person(site.url, language="fr", javascript=False)
    try:
        person.visit("/sign-in")
        person.fill("[name=email]", site.ben.address)
        person.fill("[name=password]", PASSWORD)
        person.press("Enter", leads_away=True)
        check(person.here == "/dashboard", f"he is signed in ({person.here})")
        person.visit(f"http://127.0.0.1:{server.server_port}/")
        person.click("Win a sewing machine")
        check(person.status == 403, f"another origin's form is refused ({person.status})")
        check(site.ben.api.get("/v1/me")["person"]["first_name"] == "Ben", "and changes nothing")
    finally:
        person.leave()
        server.shutdown()


def main():
    with Site() as site:
        site.furnish()
        anonymous(site)
        signed_in(site)
        every_form(site)
        asking_does_nothing(site)
        limits(site)
        play(from_a_browser, site)


if __name__ == "__main__":
    main()
