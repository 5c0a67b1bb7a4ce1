#include "invoicing/issuing/sides.hpp"

#include <set>

namespace invoicing::issuing {

namespace {

struct Belonging {
    std::string_view beginning;
    Side side;
};
constexpr Belonging belongings[] = {{"provider.", Side::provider},
                                    {"mandate", Side::provider},
                                    {"client.", Side::client},
                                    {"lines", Side::offer},
                                    {"delivery_day", Side::offer}};

/// A line that was agreed is nobody's to mend but the operator's.
domain::orders::Awaited mender_of(Side side)
{
    using domain::orders::Awaited;
    switch (side) {
    case Side::provider: return Awaited::provider;
    case Side::client: return Awaited::client;
    case Side::offer:
    case Side::us: break;
    }
    return Awaited::marketplace;
}

} // namespace

Side side_of(std::string_view field)
{
    for (const auto& [beginning, side] : belongings) {
        if (field.starts_with(beginning)) return side;
    }
    return Side::us;
}

std::vector<domain::orders::Awaited> awaited(std::string_view reason,
                                             const std::vector<domain::FieldError>& complaints)
{
    using domain::orders::Awaited;
    if (domain::orders::is_refused_by_mangopay(reason)) return {Awaited::marketplace};
    if (reason != domain::orders::invoices_cannot_be_written) return {Awaited::provider};
    std::set<Awaited> sides;
    for (const auto& complaint : complaints)
        sides.insert(mender_of(side_of(complaint.field)));
    return {sides.begin(), sides.end()};
}

} // namespace invoicing::issuing
