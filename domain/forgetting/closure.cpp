#include "domain/forgetting/closure.hpp"

namespace domain::forgetting {

std::string_view name(Cause cause)
{
    return cause == Cause::person ? "person" : "inactivity";
}

std::optional<Cause> parse_cause(std::string_view text)
{
    if (text == "person") return Cause::person;
    if (text == "inactivity") return Cause::inactivity;
    return {};
}

void carry_out(Transaction& tx, const policy::Retention& retention,
               const std::vector<Eraser>& erasers, const Leaving& leaving)
{
    for (const auto& eraser : erasers) {
        if (is_told(retention, eraser.duty)) eraser.erase(tx, leaving);
    }
}

} // namespace domain::forgetting
