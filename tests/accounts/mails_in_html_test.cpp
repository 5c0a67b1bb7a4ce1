// The HTML of a mail beside its text: the same words and links, nothing from anywhere else.

#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "domain/core/words.hpp"
#include "domain/letters/in_html.hpp"
#include "domain/letters/linked.hpp"
#include "domain/letters/written.hpp"
#include "domain/mail/message.hpp"
#include "domain/mail/notify.hpp"
#include "domain/mail/template.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/support/people.hpp"

namespace tests {

namespace {

using namespace domain::mail;
using ::testing::HasSubstr;
using ::testing::Not;
using Links = std::set<std::string>;

class MailsInHtml : public Populated {
protected:
    domain::letters::Values values(const std::string& link, const std::string& notice = "")
    {
        domain::letters::Values all = {{"link", link}, {"notice", notice}};
        for (const auto* name : {"code", "day", "refunded", "rest", "attempt", "evidence",
                                 "proposer", "until", "effect"})
            all.emplace_back(name, "12345678");
        all.emplace_back("platform", platform.name);
        all.emplace_back("company", platform.company.name);
        all.emplace_back("contact", platform.company.contact_email);
        all.emplace_back("authority", "CNIL, " + platform.company.authority.url);
        all.emplace_back("unsubscribe", platform.web_url + "/v1/unsubscriptions/t0ken");
        return all;
    }

    Message message(Template which, domain::Language language, const std::string& notice = "")
    {
        const auto link = platform.web_url + std::string(link_of(which)) + "id_1";
        return domain::letters::written(platform, which, language, values(link, notice));
    }

    static Links found(const std::string& text, const std::string& pattern)
    {
        const std::regex links(pattern);
        Links all;
        for (std::sregex_iterator at(text.begin(), text.end(), links), end; at != end; ++at)
            all.insert((*at)[1]);
        return all;
    }
};

TEST_F(MailsInHtml, OfEveryTemplateHaveTheLinksOfTheirText)
{
    for (std::size_t i = 0; i < domain::names_of<Template>().size(); ++i) {
        const auto which = static_cast<Template>(i);
        for (const auto language : {domain::Language::fr, domain::Language::en}) {
            const auto mail = message(which, language);
            const auto html = domain::letters::in_html(platform, mail);

            EXPECT_EQ(found(html, "href=\"([^\"]*)\""), found(mail.body, "(https?://[^\\s]*[\\w])"))
                << name(which);
            const bool has_link = mail.body.find("\n\n" + platform.web_url) != std::string::npos;
            EXPECT_EQ(html.find("class=\"button\"") != std::string::npos, has_link) << name(which);
            EXPECT_THAT(html, HasSubstr("<html lang=\"" + std::string(name(language)) + "\">"));
            EXPECT_THAT(html, HasSubstr("<title>" + domain::letters::escaped(mail.subject)));
            EXPECT_THAT(html, Not(HasSubstr("></a>"))) << "each button says what it does";
        }
    }
}

TEST_F(MailsInHtml, LoadNothingAndRunNothing)
{
    for (std::size_t i = 0; i < domain::names_of<Template>().size(); ++i) {
        const auto mail = message(static_cast<Template>(i), domain::Language::en);
        const auto html = domain::letters::in_html(platform, mail);
        for (const auto* loads : {"<img", "<link", "<script", "<iframe", "src=", "url(", "@import"})
            EXPECT_THAT(html, Not(HasSubstr(loads)));
    }
}

TEST_F(MailsInHtml, ShowWhatSomebodyWroteAsText)
{
    const std::string hostile = "<img src=x onerror=\"x()\"> & 'so'\n\nhttps://evil.example/a\n\n" +
                                platform.web_url + ".evil.example/b";
    const auto mail = message(Template::review_moderated, domain::Language::fr, hostile);
    const auto html = domain::letters::in_html(platform, mail);

    EXPECT_THAT(html, HasSubstr("&lt;img src=x onerror=&quot;x()&quot;&gt; &amp; &#39;so&#39;"));
    EXPECT_THAT(html, HasSubstr("<p>https://evil.example/a</p>"));
    EXPECT_THAT(html, Not(HasSubstr("href=\"https://evil.example")));
    EXPECT_THAT(html, Not(HasSubstr("href=\"" + platform.web_url + ".evil")));
    EXPECT_THAT(html, HasSubstr(platform.web_url + ".evil.example/b"));
}

TEST_F(MailsInHtml, NameAHostileMarketplaceInItsColours)
{
    platform.name = "<b>Atelier</b> & Cie";
    platform.brand.brand = domain::parse_colour("#5b1f9a").value();
    const auto html = domain::letters::in_html(
        platform, message(Template::password_changed, domain::Language::en));
    EXPECT_THAT(html, HasSubstr("&lt;b&gt;Atelier&lt;/b&gt; &amp; Cie"));
    EXPECT_THAT(html, Not(HasSubstr("<b>")));
    EXPECT_THAT(html, HasSubstr("background-color:#5b1f9a"));
    EXPECT_THAT(html, HasSubstr("prefers-color-scheme:dark"));
}

TEST_F(MailsInHtml, SayEachLanguageToAScreenReader)
{
    domain::letters::Words words;
    for (const auto& [name, value] : values(platform.web_url + "/proposal-refusal?token=t", "x"))
        words.emplace_back(name, domain::Say{value, value});
    const auto mail =
        domain::letters::written_in_both(platform, Template::proposal_unopposed, words);
    const auto html = domain::letters::in_html(platform, mail);
    EXPECT_THAT(html, HasSubstr("<div lang=\"fr\">"));
    EXPECT_THAT(html, HasSubstr("<div lang=\"en\">"));
    EXPECT_THAT(html, HasSubstr(">Lire et décider</a>"));
    EXPECT_THAT(html, HasSubstr(">Read and decide</a>"));
}

TEST_F(MailsInHtml, ShowACodeAndAList)
{
    const auto code =
        domain::letters::in_html(platform, message(Template::proof_code, domain::Language::fr));
    EXPECT_THAT(code, HasSubstr("<p class=\"code\">12345678</p>"));
    const auto list = domain::letters::in_html(
        platform, message(Template::account_closed, domain::Language::fr, "Reste :\n- un\n- deux"));
    EXPECT_THAT(list, HasSubstr("<p>Reste :</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"));
}

TEST_F(MailsInHtml, AreSentBesideATextThatIsWhatItWas)
{
    const auto ana = given_a_client();
    run_jobs();
    mailbox.mails.clear();
    db.transaction(
        [&](domain::Transaction& tx) { notify(tx, ana.id, Template::quote_received, {"quo_1"}); });
    run_jobs();

    ASSERT_EQ(mailbox.mails.size(), 1U);
    const auto& mail = mailbox.mails[0];
    EXPECT_THAT(mail.bytes, HasSubstr("Content-Type: multipart/alternative; boundary="));
    EXPECT_LT(mail.bytes.find("text/plain"), mail.bytes.find("text/html"));
    EXPECT_THAT(part_of(mail, "text/html"), HasSubstr("/quotes/quo_1\""));

    auto alone = Message{.from_name = "Entremise",
                         .from = "no-reply@entremise.example",
                         .to = "ana@example.org",
                         .subject = "Devis",
                         .body = "Bonjour,\n\nL'été = à 100 %.\n",
                         .html = "",
                         .id = "evt_1",
                         .unsubscribe = "",
                         .at = now};
    const auto text = part_of({"", "", rfc5322(alone)}, "text/plain");
    alone.html = "<p>L'été</p>";
    const domain::mail::Outgoing both{"", "", rfc5322(alone)};
    EXPECT_EQ(part_of(both, "text/plain"), text);
    EXPECT_EQ(part_of(both, "text/html"), "<p>L'été</p>\r\n");
}

} // namespace

} // namespace tests
