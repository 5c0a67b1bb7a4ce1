#include "api/site/about/facts.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

struct MediatorSite {
    std::string url{};
    void shown(frame::Dictionary& into) const { into.text("URL", url); }
};

struct Mediator {
    static constexpr std::string_view html = "about/mediator.html";
    static constexpr std::string_view words = "about_mediator";

    std::vector<FactView> facts{};
    std::optional<MediatorSite> site{};
    std::string contact{};

    static Mediator of(const App& app)
    {
        const auto& mediator = app.platform.company.publisher.mediator;
        Mediator view{Facts(app)
                          .add("about.name", mediator.name, "mediator_name")
                          .add("about.address", mediator.address, "mediator_address")
                          .all(),
                      {},
                      app.platform.company.contact_email};
        if (!mediator.url.empty()) view.site = MediatorSite{mediator.url};
        return view;
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("FIRST", {"about_mediator.first_text", {{"email", contact}}});
        into.when("NAMED", !facts.empty());
        into.each("FACTS", facts);
        into.maybe("SITE", site);
        into.when("UNKNOWN", facts.empty());
        into.sentence("ASK", {"about_mediator.unknown", {{"email", contact}}});
    }
};

} // namespace

Response mediator(App& app, const Request& request)
{
    return page_of_words<Mediator>(app, request);
}

} // namespace api::site::about
