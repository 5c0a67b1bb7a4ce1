"""A visitor searches, finds somebody, wants to ask, signs up, follows the mail's link, signs in, and is where she was:
with a browser alone, in both languages, also without scripts."""

from site_world import Site, Words, link_in, plain, play, seen_when_failing, told, ways
from world import check

from ops.story.people import PASSWORD


class Visit:
    def __init__(self, site, person, language, number):
        self.site, self.person, self.number = site, person, number
        self.said = Words(language)
        self.address = f"lea{number}@example.org"

    def sees(self, key, what):
        check(self.said(key) in self.person.text("body"), what)

    def finds_somebody(self):
        person, said = self.person, self.said
        check(person.visit(said.path("/")) == 200, "there is a home page")
        check(person.js("document.documentElement.lang") == said.language, "in her language")
        person.fill(said("home.search_what"), "robe mari")
        person.click(said("home.search_submit"))
        check("q=robe" in person.here, f"she searches by an address that can be kept ({person.here})")
        check("Retouche de robe de mariée" in person.text(), "what she looks for is found, by the beginning of a word")
        person.click("Retouche de robe de mariée")
        check(person.here.startswith(said.path("/services/")), "she opens the service")
        person.click("Ben M.")
        check(person.here.startswith(said.path("/providers/ben-m-")), f"and whoever offers it ({person.here})")
        check("Travail soigné" in person.text(), "she reads what others said")
        self.somebody = person.here

    def asks(self):
        self.person.click(self.said("market.ask"))

    def wants_to_ask(self):
        self.asks()
        check(self.person.here.startswith(self.said.path("/sign-in?next=")), f"asking needs an account ({self.person.here})")
        self.sees("access.needed", "and she is told why")

    def signs_up(self):
        person, said = self.person, self.said
        person.click(said("access.to_sign_up"))
        person.click(said("access_sign_up.client_person"))
        person.fill(said("access.email"), self.address)
        person.fill(said("access.password"), PASSWORD)
        person.fill(said("access_fields.person.first_name"), "Léa")
        person.click(said("access_sign_up.button"))
        check(person.status == 422, "a form with holes comes back")
        check(person.js("document.activeElement.closest('[role=alert]') !== null"), "with what is wrong first, and the focus there")
        check(person.value_of(said("access.email")) == self.address, "what she typed is still there")
        check(person.value_of(said("access.password")) == "", "but never the password")
        self.completes()
        person.click(said("access_sign_up.button"))
        check(person.here == said.path("/sign-up/sent"), f"she is sent on ({person.here})")
        self.sees("access_sign_up.sent_title", "and told to look at her mail")

    def completes(self):
        person, said = self.person, self.said
        person.fill(said("access.password"), PASSWORD)
        person.fill(said("access_fields.person.surname"), "Roux")
        person.fill(said("access_fields.person.birth_date"), "1990-02-28")
        person.select(said("access_fields.person.country_of_residence"), "FR")
        person.select(said("access_fields.person.nationality"), "FR")
        version = self.site.client.get("/v1/terms/terms")["version"]
        person.tick(said("access_sign_up.accept", version=version))

    def confirms(self):
        person, said = self.person, self.said
        _, mail = self.site.mailbox.latest_to(self.address, "verif")
        link = link_in(mail)
        check(self.site.client.send("GET", link.removeprefix(self.site.url)).status == 200, "a scanner may follow the link before her")
        check(person.visit(link) == 200, "the mail's link leads to a page")
        person.fill(said("access.password"), "not the password at all")
        person.click(said("access.verify_button"))
        check(person.status in (401, 403, 422) and person.here.startswith(said.path("/email-verification")),
              f"a wrong password confirms nothing ({person.status})")
        person.fill(said("access.password"), PASSWORD)
        person.click(said("access.verify_button"))
        self.sees("access.notice_verified", "her address is confirmed")
        person.visit(link)
        person.fill(said("access.password"), PASSWORD)
        person.click(said("access.verify_button"))
        self.sees("access.dead_title", "the same link a second time is dead, and says so")

    def is_back_where_she_was(self):
        person, said = self.person, self.said
        person.visit(self.somebody)
        self.asks()
        wanted = person.js("new URL(location.href).searchParams.get('next')")
        person.fill(said("access.email"), self.address)
        person.fill(said("access.password"), "wrong wrong wrong 12")
        person.click(said("access.sign_in_button"))
        check(person.value_of(said("access.email")) == self.address and not person.cookies(), "a wrong password opens nothing")
        person.fill(said("access.password"), PASSWORD)
        person.click(said("access.sign_in_button"))
        check(person.here.removeprefix("/en") == wanted.removeprefix("/en"), f"signed in, she is where she wanted to be ({person.here})")
        check(person.status == 200, "and there is a page")

    def leaves(self):
        person, said = self.person, self.said
        cookies = person.cookies()
        check(len(cookies) == 1 and all(one["httpOnly"] and one["sameSite"] == "Lax" for one in cookies.values()),
              f"there is one cookie, which scripts cannot read {list(cookies)}")
        person.visit(said.path("/sign-out"))
        person.click(said("access.sign_out_button"))
        self.sees("access.notice_signed_out", "she signs out")
        check(not person.cookies(), "and nothing of her stays in the browser")
        person.visit(said.path("/dashboard"))
        check(person.here.startswith(said.path("/sign-in")), "nor is anything of hers to be seen")

    def play(self):
        self.finds_somebody()
        self.wants_to_ask()
        self.signs_up()
        self.confirms()
        self.is_back_where_she_was()
        self.leaves()
        unasked = [one for one in self.person.complaints if not plain(one).startswith("Failed to load resource")]
        check(not unasked, f"the browser complained of nothing {unasked}")


def story(browser, site):
    number = 0
    for way in ways(javascript=False, width=390):
        for language in ("fr", "en"):
            number += 1
            print(f"= {language}, {told(way)}")
            person = browser.person(site.url, language=language, **way)
            visit = Visit(site, person, language, number)
            seen_when_failing(person, visit.play)
            person.leave()


def main():
    with Site() as site:
        play(story, site.furnish())


if __name__ == "__main__":
    main()
