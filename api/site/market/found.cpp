#include "api/site/market/found.hpp"

#include <array>
#include <optional>

namespace api::site::market {

using frame::Dictionary;
using frame::Sentence;

namespace {

struct Order {
    std::string_view sort, told;
};
constexpr std::array<Order, 3> told_orders = {{{"", "search.sorted_newest"},
                                               {"rating", "search.sorted_rating"},
                                               {"price", "search.sorted_price"}}};

Sentence told(std::string_view sort)
{
    for (const auto& order : told_orders) {
        if (order.sort == sort) return {std::string(order.told)};
    }
    return {};
}

/// What a search leaves out, and how that is said.
struct Omission {
    std::string Criteria::*answer;
    std::string_view label;
    std::string_view argument; // "" where the label needs none
};
constexpr std::array<Omission, 4> omissions = {
    {{&Criteria::words, "search.widen_words", "words"},
     {&Criteria::city, "search.widen_city", ""},
     {&Criteria::skill, "search.widen_skill", "skill"},
     {&Criteria::min_rating, "search.widen_rating", ""}}};

struct NothingView {
    std::vector<WiderView> wider{};
    void shown(Dictionary& into) const
    {
        into.when("WIDENS", !wider.empty());
        into.when("VOID", wider.empty());
        into.each("WIDER", wider);
    }
};

struct RefusedView {
    std::string detail{};
    std::vector<SearchFault> faults{};
    void shown(Dictionary& into) const
    {
        into.text("DETAIL", detail);
        into.each("FAULTS", faults);
    }
};

} // namespace

void WiderView::shown(Dictionary& into) const
{
    into.link("WHERE", where);
    into.sentence("LABEL", label);
}

std::vector<WiderView> wider_than(const Criteria& criteria)
{
    std::vector<WiderView> wider;
    for (const auto& omission : omissions) {
        const auto& answer = criteria.*omission.answer;
        if (answer.empty()) continue;
        auto without = criteria;
        (without.*omission.answer).clear();
        Sentence label{std::string(omission.label)};
        if (!omission.argument.empty())
            label.arguments.emplace_back(std::string(omission.argument), answer);
        wider.push_back({without.address(), label});
    }
    if (wider.size() > 1) wider.push_back({Criteria{}.address(), {"search.widen_all"}});
    return wider;
}

void ResultsView::shown(Dictionary& into) const
{
    const auto count = static_cast<std::int64_t>(offers.size());
    into.sentence("COUNT", {is_all ? "search.count_all" : "search.count", {{"count", count}}});
    into.sentence("SORTED", told(sort));
    into.parts("OFFERS", offers);
}

void FoundView::shown(Dictionary& into) const
{
    const bool is_refused = !refusal.empty();
    const bool has_some = !is_refused && !results.offers.empty();
    into.part("WAY", way);
    into.maybe("REFUSED",
               is_refused ? std::optional(RefusedView{refusal, form.faults}) : std::nullopt);
    into.sentence("HEADING", heading);
    into.part("FORM", form);
    into.maybe("RESULTS", has_some ? std::optional(results) : std::nullopt);
    into.maybe("NOTHING",
               has_some || is_refused ? std::nullopt : std::optional(NothingView{wider}));
    into.part("PAGER", pager);
    into.maybe("FACETED", facets.skills.empty() ? std::nullopt : std::optional(facets));
}

} // namespace api::site::market
