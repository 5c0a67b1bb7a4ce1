#include "api/site/market/search_form.hpp"

#include <algorithm>
#include <array>

namespace api::site::market {

using namespace domain;
using frame::Dictionary;

namespace {

constexpr std::array<std::string_view, 3> ratings = {"3", "4", "4.5"};

struct Order {
    std::string_view sort, label;
};
constexpr std::array<Order, 3> orders = {
    {{"", "search.sort_newest"}, {"rating", "search.sort_rating"}, {"price", "search.sort_price"}}};

std::vector<OptionView> rating_options(const Criteria& criteria, Language language)
{
    std::vector<OptionView> options = {
        {"", {"search.min_rating_any"}, criteria.min_rating.empty()}};
    for (const auto rating : ratings) {
        options.push_back({std::string(rating), rating_sentence(std::string(rating), language),
                           rating == criteria.min_rating});
    }
    return options;
}

std::vector<OptionView> sort_options(const Criteria& criteria)
{
    std::vector<OptionView> options;
    options.reserve(std::size(orders));
    for (const auto& order : orders) {
        options.push_back(
            {std::string(order.sort), {std::string(order.label)}, order.sort == criteria.sort});
    }
    return options;
}

struct TextFieldView {
    std::string value{}, fault{};
    void shown(Dictionary& into) const
    {
        into.text("VALUE", value);
        into.when("RIGHT", fault.empty());
        into.when("WRONG", !fault.empty());
        into.text("FAULT", fault);
    }
};

std::string fault_of(const std::vector<SearchFault>& faults, std::string_view field)
{
    const auto found = std::ranges::find(faults, field, &SearchFault::field);
    return found == faults.end() ? "" : found->words;
}

} // namespace

frame::Sentence rating_sentence(const std::string& min_rating, Language language)
{
    auto rating = min_rating;
    if (language == Language::fr) std::ranges::replace(rating, '.', ',');
    return {"search.min_rating_from", {{"rating", rating}}};
}

void OptionView::shown(Dictionary& into) const
{
    into.text("VALUE", value);
    into.sentence("LABEL", label);
    into.when("CHOSEN", is_chosen);
}

void SearchFault::shown(Dictionary& into) const
{
    into.text("FIELD", field);
    into.text("FAULT", words);
}

void SearchFormView::shown(Dictionary& into) const
{
    const auto text = [&](std::string_view field, const std::string& value) {
        return std::vector<TextFieldView>{{value, fault_of(faults, field)}};
    };
    into.each("WHAT", text("q", criteria.words));
    into.each("CITY", text("city", criteria.city));
    into.each("SKILL", text("skill", criteria.skill));
    into.each("RATINGS", rating_options(criteria, into.language()));
    into.each("ORDERS", sort_options(criteria));
}

} // namespace api::site::market
