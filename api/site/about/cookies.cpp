#include "api/pipeline/cookies.hpp"

#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "domain/access/session.hpp"

namespace api::site::about {

namespace {

/// The only cookie there is, as api/pipeline/cookies sets it.
struct Cookies {
    static constexpr std::string_view html = "about/cookies.html";
    static constexpr std::string_view words = "about_cookies";

    std::string name{};

    static Cookies of(const App& app) { return {cookie_name(app)}; }

    void shown(frame::Dictionary& into) const
    {
        using namespace std::chrono;
        using namespace domain::access;
        const std::int64_t most = session_at_most.count();
        const std::int64_t idle = duration_cast<minutes>(idle_at_most(Channel::cookie)).count();
        into.text("NAME", name);
        into.sentence("LIFE", {"about_cookies.life_text", {{"days", most}, {"minutes", idle}}});
    }
};

} // namespace

Response cookies(App& app, const Request& request)
{
    return page_of_words<Cookies>(app, request);
}

} // namespace api::site::about
