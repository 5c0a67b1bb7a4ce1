#include "invoicing/rendering/reading_order.hpp"

#include <string_view>

#include "domain/core/text.hpp"
#include "domain/profiles/legal_name.hpp"

namespace invoicing::rendering {

namespace {

constexpr std::string_view left_to_right_mark = "\u200e";

std::string between_marks(const std::string& name)
{
    if (name.empty()) return {};
    return std::string(left_to_right_mark) + name + std::string(left_to_right_mark);
}

} // namespace

std::string in_reading_order(std::string text, const Party& party)
{
    const auto name = party.full_name();
    if (name.empty() || !domain::has_right_to_left(name)) return text;
    const domain::profiles::LegalName marked{between_marks(party.name),
                                             between_marks(party.trade_name)};
    const auto in_its_place = marked.text();
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + in_its_place.size()))
        text.replace(at, name.size(), in_its_place);
    return text;
}

} // namespace invoicing::rendering
