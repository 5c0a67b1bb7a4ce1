#include "api/site/account/ended.hpp"

#include <algorithm>
#include <array>

#include "api/site/frame/page.hpp"

namespace api::site::account {

using namespace domain;

namespace {

/// What ended the sessions, and what is said of it.
struct Ending {
    std::string_view after, title, what;
};

constexpr std::array endings = {
    Ending{"closing", "account_closing.goodbye_title", "account_closing.goodbye"},
    Ending{"password", "account_ended.title", "account_ended.password"},
    Ending{"factor", "account_ended.title", "account_ended.factor"},
    Ending{"sessions", "account_ended.title", "account_ended.sessions"}};

struct EndedView {
    static constexpr std::string_view html = "account/ended.html";

    frame::Sentence title{}, what{};
    bool is_closed = false;

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", title);
        into.sentence("WHAT", what);
        into.when("CLOSED", is_closed);
    }
};

Response show_ended(App& app, const Request& request)
{
    const auto after = query_text(request, "after");
    const auto* found = std::ranges::find(endings, std::string_view(after), &Ending::after);
    if (found == endings.end()) throw not_found();
    const EndedView view{.title = {std::string(found->title)},
                         .what = {std::string(found->what)},
                         .is_closed = found == endings.begin()};
    return frame::page(app, request, {.title = view.title}, view);
}

} // namespace

std::vector<frame::PageRoute> ended_page()
{
    return {{"GET", "/account/ended", "account_ended_page", Who::anyone, show_ended}};
}

} // namespace api::site::account
