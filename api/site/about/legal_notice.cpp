#include "api/site/about/facts.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

std::vector<FactView> publisher_of(const App& app)
{
    const auto& company = app.platform.company;
    return Facts(app)
        .add("about_notice.company", company.name)
        .add("about_notice.legal_form", company.legal_form)
        .add("about_notice.capital", company.capital)
        .add("about_notice.seat", in_one_line(company.address))
        .add("about_notice.siren", company.siren)
        .add("about_notice.siret", company.siret)
        .add("about_notice.rcs", company.rcs_city.empty()
                                     ? std::string()
                                     : "RCS " + company.rcs_city + " " + company.siren)
        .add("about_notice.vat", company.vat_number)
        .add("about.phone", company.publisher.phone, "phone")
        .add("about.email", company.contact_email)
        .add("about_notice.director", company.publisher.director, "publication_director")
        .all();
}

std::vector<FactView> host_of(const App& app)
{
    const auto& host = app.platform.company.publisher.host;
    return Facts(app)
        .add("about.name", host.name, "host_name")
        .add("about.address", host.address, "host_address")
        .add("about.phone", host.phone, "host_phone")
        .all();
}

std::vector<FactView> points_of(const App& app)
{
    return Facts(app)
        .add("about_notice.authorities", authorities_email(app.platform))
        .add("about_notice.users", users_email(app.platform))
        .add("about_notice.languages", contact_languages(app.platform))
        .all();
}

struct LegalNotice {
    static constexpr std::string_view html = "about/legal_notice.html";
    static constexpr std::string_view words = "about_notice";

    std::vector<FactView> publisher{}, host{}, points{};

    static LegalNotice of(const App& app)
    {
        return {publisher_of(app), host_of(app), points_of(app)};
    }

    void shown(frame::Dictionary& into) const
    {
        into.each("PUBLISHER", publisher);
        into.when("HOSTED", !host.empty());
        into.each("HOST", host);
        into.each("POINTS", points);
    }
};

} // namespace

Response legal_notice(App& app, const Request& request)
{
    return page_of_words<LegalNotice>(app, request);
}

} // namespace api::site::about
