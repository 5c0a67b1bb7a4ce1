"""Somebody gets back in after losing the password, changes the profile beside an old window, chooses mails, secures the
account, ends a stolen session and closes it all: with a browser alone, in both languages, also without scripts."""

import re
import time

from site_world import Site, Words, link_in, play, seen_when_failing, told, ways
from world import check

from ops.story.one_time_code import one_time_code
from ops.story.people import PASSWORD

NEW_PASSWORD = "Vingt-trois-pelotes-bien-rangees-9"
STEP = 31  # seconds: the next code


class Account:
    def __init__(self, browser, site, way, language, number):
        self.site, self.said = site, Words(language)
        self.first = ("Oscar", "Paula", "Quentin", "Rosa", "Simon", "Tess", "Ulysse", "Vera")[number]
        self.provider = site.provider(self.first, "Lambert", number + 10, works=())
        self.provider.api.edit("PATCH", "/v1/me", "/v1/me", {"language": language})
        self.address = self.provider.address
        self.here, self.elsewhere = (browser.person(site.url, language=language, **way) for _ in range(2))
        self.password, self.secret = PASSWORD, None

    def sees(self, key, what, person=None):
        person = person or self.here
        check(self.said(key) in person.text("body"), what)

    def code(self):
        """One that nobody has used: each counts once."""
        self.site.ahead += STEP
        self.site.it.set_clock(f"+{self.site.ahead * 1_000_000}")
        return one_time_code(self.secret, time.time() + self.site.ahead)

    def signs_in(self, person):
        said = self.said
        person.visit(said.path("/sign-in"))
        person.fill(said("access.email"), self.address)
        person.fill(said("access.password"), self.password)
        person.click(said("access.sign_in_button"))
        if self.secret:
            self.sees("access.code_title", "the password alone does not do any more", person)
            person.fill(said("access.code"), self.code())
            person.click(said("access.code_button"))
        check(person.here == said.path("/dashboard"), f"signing in leads to the dashboard ({person.here})")

    def lost_the_password(self):
        person, said = self.here, self.said
        person.visit(said.path("/sign-in"))
        person.click(said("access.to_reset"))
        person.fill(said("access.email"), self.address)
        person.click(said("access.reset_button"))
        self.sees("access.reset_sent_title", "a link is on its way, whoever asked")
        _, mail = self.site.mailbox.latest_to(self.address, "password-reset")
        person.visit(link_in(mail))
        person.fill(said("access.new_password"), "court")
        person.click(said("access.set_button"))
        check(person.status == 422, "a weak password is refused, with the link still good")
        person.fill(said("access.new_password"), NEW_PASSWORD)
        person.click(said("access.set_button"))
        self.sees("access.notice_password", "the password is another one")
        self.password = NEW_PASSWORD
        self.signs_in(person)

    def changes_the_profile(self):
        person, old, said = self.here, self.elsewhere, self.said
        self.signs_in(old)
        for window in (person, old):
            check(window.visit(said.path("/account/profile")) == 200, "there is a page for the profile")
        name = said("access_fields.person.first_name")
        person.fill(name, "")
        person.click(said("account.save"))
        check(person.status == 422, "a profile without a name is refused")
        person.fill(name, self.first + "-Jean")
        person.click(said("account.save"))
        self.sees("account.saved", "a name is changed")
        person.reload()
        check(person.value_of(name) == self.first + "-Jean", "and stays so")
        old.fill(name, "Autrement")
        old.click(said("account.save"))
        check(old.status == 412, f"the window that was opened before is told ({old.status})")
        self.sees("account_stale.title", "in words", old)
        check(old.value_of(name) == "Autrement" and self.first + "-Jean" in old.text(), "sees both, and loses nothing")

    def chooses_mails(self):
        person, said = self.here, self.said
        person.visit(said.path("/account/mails"))
        kind = said("account_mails.review")
        check(person.value_of(kind) is True, "whoever said nothing is written to")
        person.tick(kind)
        person.click(said("account.save"))
        self.sees("account_mails.saved", "a kind of mail is switched off")
        person.visit(said.path("/account/mails"))
        check(person.value_of(kind) is False, "and stays off")

    def secures_it(self):
        person, said = self.here, self.said
        person.visit(said.path("/account/security"))
        person.click(said("account_security.set_factor"))
        person.fill(said("account_security.your_password"), self.password)
        person.click(said("account_security.set_factor"))
        check(person.js("document.querySelector('.qr svg path') !== null"), "the secret is drawn for an authenticator")
        secret = re.sub(r"\s", "", person.text(".qr code"))
        check(re.fullmatch(r"[A-Z2-7]{32}", secret), "and can be typed")
        person.fill(said("account_factor.code"), "000000")
        person.click(said("account_factor.confirm"))
        check(person.status == 422 or person.status == 401, f"a wrong code does not count ({person.status})")
        self.secret = secret
        person.fill(said("account_factor.code"), self.code())
        person.click(said("account_factor.confirm"))
        self.sees("account_factor.recovery_title", "the second factor is in force")
        check(person.js("document.querySelectorAll('main li code').length") >= 8, "with codes for the day the phone is lost")
        person.click(said("account_factor.done"))
        self.sees("account_security.factor_on", "which the page says from now on")

    def ends_a_session(self):
        person, thief, said = self.here, self.elsewhere, self.said
        thief.visit(said.path("/account"))
        check(thief.here.startswith(said.path("/sign-in")), "other sessions ended when it was set")
        self.signs_in(thief)
        person.visit(said.path("/account/security"))
        person.click(said("account_security.end"))
        self.sees("account_security.session_ended", "a session is ended from another one")
        thief.visit(said.path("/account"))
        check(thief.here.startswith(said.path("/sign-in")), "and is over")

    def closes_it(self):
        person, said = self.here, self.said
        public = self.site.page_of(self.provider)
        check(self.elsewhere.visit(public) == 200, "the public page is there until then")
        person.visit(said.path("/account/closing"))
        self.sees("account_closing.kept", "what is kept is said before")
        person.fill(said("account_security.your_password"), self.password)
        person.fill(said("account_security.code"), self.code())
        person.click(said("account_closing.close"))
        self.sees("account_closing.goodbye_title", "the account is closed")
        check(not person.cookies(), "nothing of it stays in the browser")
        self.elsewhere.visit(public)
        self.elsewhere.reload()  # a browser may show for a minute what it has
        check(self.elsewhere.status == 410, f"the public page is gone for good ({self.elsewhere.status})")
        check(len(self.elsewhere.js("[...document.querySelectorAll('main a')].map(a => a.href)")) > 0, "and shows a way on")

    def play(self):
        self.lost_the_password()
        self.changes_the_profile()
        self.chooses_mails()
        self.secures_it()
        self.ends_a_session()
        self.closes_it()


def story(browser, site):
    number = 0
    for way in ways(javascript=False, width=390):
        for language in ("fr", "en"):
            print(f"= {language}, {told(way)}")
            account = Account(browser, site, way, language, number)
            seen_when_failing(account.here, account.play)
            account.here.leave()
            account.elsewhere.leave()
            number += 1


def main():
    with Site() as site:
        site.ahead = 0
        play(story, site)


if __name__ == "__main__":
    main()
