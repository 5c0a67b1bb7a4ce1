#include "api/site/about/facts.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "api/site/parts/mail.hpp"

namespace api::site::about {

namespace {

struct Contact {
    static constexpr std::string_view html = "about/contact.html";
    static constexpr std::string_view words = "about_contact";

    domain::Say languages{};
    std::string contact{}, officer{}, users{}, access{}, phone{}, post{};

    static Contact of(const App& app)
    {
        const auto& company = app.platform.company;
        return {contact_languages(app.platform),
                company.contact_email,
                officer_email(app.platform),
                users_email(app.platform),
                accessibility_email(app.platform),
                company.publisher.phone,
                company.name + ", " + in_one_line(company.address)};
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("LEAD",
                      {"about_contact.lead", {{"languages", languages.in(into.language())}}});
        into.part("CONTACT", parts::MailView{contact});
        into.part("OFFICER", parts::MailView{officer});
        into.part("USERS", parts::MailView{users});
        into.part("ACCESS", parts::MailView{access});
        into.when("PHONED", !phone.empty());
        into.text("PHONE", phone);
        into.text("POST", post);
    }
};

} // namespace

Response contact(App& app, const Request& request)
{
    return page_of_words<Contact>(app, request);
}

} // namespace api::site::about
