#include "api/site/about/facts.hpp"
#include "api/site/about/kept_line.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "domain/policy/policy.hpp"

namespace api::site::about {

namespace {

struct Privacy {
    static constexpr std::string_view html = "about/privacy.html";
    static constexpr std::string_view words = "about_privacy";

    std::vector<FactView> who{};
    std::vector<KeptLine> kept{};
    std::string authority_url{}, officer{};

    static Privacy of(const App& app)
    {
        const auto& company = app.platform.company;
        const auto& authority = company.authority;
        return {
            Facts(app)
                .add("about_privacy.controller", company.name + ", " + in_one_line(company.address))
                .add("about_privacy.officer", officer_email(app.platform))
                .add("about_privacy.authority", authority.name + ", " + authority.address)
                .all(),
            kept_lines(app.policy.retention()), authority.url, officer_email(app.platform)};
    }

    void shown(frame::Dictionary& into) const
    {
        into.each("WHO", who);
        into.text("AUTHORITY", authority_url);
        into.each("KEPT", kept);
        into.sentence("RIGHTS", {"about_privacy.rights_text", {{"email", officer}}});
    }
};

} // namespace

Response privacy(App& app, const Request& request)
{
    return page_of_words<Privacy>(app, request);
}

} // namespace api::site::about
