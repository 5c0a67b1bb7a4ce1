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

} // namespace domain::forgetting
