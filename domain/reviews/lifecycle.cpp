#include "domain/reviews/lifecycle.hpp"

#include "domain/core/named.hpp"

namespace domain::reviews {

std::string_view name(State state)
{
    switch (state) {
    case State::published: return "published";
    case State::hidden: return "hidden";
    case State::refused: return "refused";
    }
    return "unknown";
}

std::string_view name(Decision decision)
{
    switch (decision) {
    case Decision::keep: return "keep";
    case Decision::hide: return "hide";
    case Decision::refuse: return "refuse";
    case Decision::restore: return "restore";
    }
    return "unknown";
}

std::string_view name(Party party)
{
    switch (party) {
    case Party::staff: return "staff";
    }
    return "unknown";
}

std::optional<State> parse_state(std::string_view text)
{
    return named(all_states, text);
}

std::optional<Decision> parse_decision(std::string_view text)
{
    return named(all_decisions, text);
}

} // namespace domain::reviews
