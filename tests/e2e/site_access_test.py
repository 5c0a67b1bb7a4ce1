"""A company without a VAT number signs up to offer its services, changes its address by the mail's link, and meets links
that are dead: with a browser alone, by default without scripts."""

from site_world import Site, Words, link_in, play, seen_when_failing, told, ways
from world import check

from ops.story.people import PASSWORD
from ops.story.client import Client

NO_VAT = "franchise_293b"


class Newcomer:
    def __init__(self, site, person, language, number):
        self.site, self.person = site, person
        self.said = Words(language)
        self.address, self.other = f"zoe{number}@example.org", f"zoe{number}.new@example.org"

    def sees(self, key, what):
        check(self.said(key) in self.person.text("body"), what)

    def signs_up(self):
        person, said = self.person, self.said
        check(person.visit(said.path("/sign-up")) == 200, "one is asked first as what one signs up")
        person.click(said("access_sign_up.provider_company"))
        check("role=provider" in person.here and "kind=company" in person.here, f"a choice is a link ({person.here})")
        for key, value in (("access.email", self.address), ("access.password", PASSWORD),
                           ("access_fields.person.first_name", "Zoé"), ("access_fields.person.surname", "Nguyễn"),
                           ("access_fields.person.birth_date", "1988-07-09"), ("access_fields.company.name", "Atelier Zoé"),
                           ("access_fields.company.siret", "443 061 841 00047")):
            person.fill(said(key), value)
        for key in ("person.country_of_residence", "person.nationality"):
            person.select(said("access_fields." + key), "FR")
        person.select(said("access_fields.company.legal_form"), "SARL")
        person.tick(said("access_sign_up.accept", version=self.site.client.get("/v1/terms/terms")["version"]))
        person.click(said("access_sign_up.button"))
        check(person.status == 422, "a number that is missing without a reason is asked for again")
        check(person.value_of(said("access_fields.company.legal_form")) == "SARL", "what was chosen is still chosen")
        person.select(said("access_fields.none_of.vat_number"), said("access_fields.none." + NO_VAT))
        person.fill(said("access.password"), PASSWORD)
        person.click(said("access_sign_up.button"))
        check(person.here == said.path("/sign-up/sent"), f"with the reason it is enough ({person.here})")

    def confirms(self):
        _, mail = self.site.mailbox.latest_to(self.address, "verif")
        self.person.visit(link_in(mail))
        self.confirmed_with(self.said("access.verify_button"), "access.notice_verified")

    def confirmed_with(self, button, notice):
        self.person.fill(self.said("access.password"), PASSWORD)
        self.person.click(button)
        self.sees(notice, "the link's page says that it is done")

    def changes_address(self):
        anonymous = Client(self.site.it.port)
        session = anonymous.post("/v1/sessions", {"email": self.address, "password": PASSWORD})
        api = anonymous.as_(session["token"])
        me = api.get("/v1/me")
        check(me["company"]["vat_number"] == {"none_because": NO_VAT} and me["roles"] == ["provider"], "the account is what was asked for")
        api.post("/v1/me/email", {"email": self.other, "password": PASSWORD})
        _, mail = self.site.mailbox.latest_to(self.other, "email-change")
        link = link_in(mail)
        check(self.person.visit(link) == 200, "the link to the new address leads to a page")
        self.confirmed_with(self.said("access.change_button"), "access.notice_changed")
        self.person.visit(link)
        self.confirmed_with(self.said("access.change_button"), "access.dead_title")

    def meets_dead_links(self):
        for path in ("/email-verification", "/email-change", "/password-reset"):
            check(self.person.visit(self.said.path(path) + "?token=cut-short") == 404, f"{path} with half a token is no link")
            self.sees("access.dead_title", "and says so")
        self.person.click(self.said("access.reset_again"))
        check(self.person.here == self.said.path("/password-reset"), "there is a way on")

    def play(self):
        self.signs_up()
        self.confirms()
        self.changes_address()
        self.meets_dead_links()


def story(browser, site):
    number = 0
    for way in ways(javascript=False, width=390):
        for language in ("fr", "en"):
            number += 1
            print(f"= {language}, {told(way)}")
            person = browser.person(site.url, language=language, **way)
            newcomer = Newcomer(site, person, language, number)
            seen_when_failing(person, newcomer.play)
            person.leave()


def main():
    with Site() as site:
        play(story, site)


if __name__ == "__main__":
    main()
