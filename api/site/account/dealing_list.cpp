#include "api/site/account/dealing_list.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::account {

using namespace domain;

namespace {

struct OlderView {
    frame::Href where{};
    void shown(frame::Dictionary& into) const { into.link("WHERE", where); }
};

struct DealingsView {
    static constexpr std::string_view html = "account/dealings.html";

    frame::Sentence title{}, none{};
    std::vector<DealingView> items{};
    std::vector<OlderView> older{};

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{title});
        into.sentence("TITLE", title);
        into.when("EMPTY", items.empty());
        into.sentence("NONE", none);
        into.each("ITEMS", items);
        into.each("OLDER", older);
    }
};

/// One list, or its next page when that is the one that was asked for.
void add_list(App& app, const Request& request, const Dealing& dealing, const Variant& variant,
              DealingsView& view)
{
    const auto of = query_text(request, "of");
    if (!of.empty() && of != variant.value) return;
    frame::Asked asked;
    if (!variant.parameter.empty()) asked.query.emplace_back(variant.parameter, variant.value);
    const auto cursor = query_text(request, "cursor");
    if (!cursor.empty()) asked.query.emplace_back("cursor", cursor);
    const auto answer = frame::read(app, request, dealing.lists, asked);
    for (const auto& item : answer.at("items"))
        view.items.push_back(dealing.view(item, request.language));
    const auto next = text_at(answer, "next");
    if (next.empty()) return;
    view.older.push_back(
        {frame::Href::to(dealing.path).with("of", variant.value).with("cursor", next)});
}

} // namespace

Response dealing_list(App& app, const Request& request, const Dealing& dealing)
{
    DealingsView view{.title = dealing.words(), .none = dealing.words("_none")};
    for (const auto& variant : dealing.variants) {
        const bool is_there = !variant.parameter.empty() || &variant == dealing.variants.data();
        if (is_there) add_list(app, request, dealing, variant, view);
    }
    return frame::page(app, request, {.title = view.title}, view);
}

} // namespace api::site::account
