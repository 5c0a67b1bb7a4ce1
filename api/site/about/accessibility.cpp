#include "api/site/about/facts.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

struct Accessibility {
    static constexpr std::string_view html = "about/accessibility.html";
    static constexpr std::string_view words = "about_accessibility";

    std::string email{};

    static Accessibility of(const App& app) { return {accessibility_email(app.platform)}; }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TELL", {"about_accessibility.tell_text", {{"email", email}}});
    }
};

} // namespace

Response accessibility(App& app, const Request& request)
{
    return page_of_words<Accessibility>(app, request);
}

} // namespace api::site::about
