#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace domain::orders {

enum class State : std::uint8_t {
    awaiting_payment,
    funded, // the money is in escrow
    started,
    delivered,
    validated, // the release is due
    released,  // the provider has the money
    contested,
    partly_refunded, // part goes back to the client, then the rest is released
    cancelled,       // what was paid, if anything, goes back
    refunded,        // all of it is back
    expired,         // not paid in time
};

enum class Action : std::uint8_t {
    fund,
    start,
    deliver,
    validate,
    contest,
    cancel,
    give_up, // cancel because the provider can no longer be paid
    uphold,  // a contestation is decided: the provider is paid
    refund_partly,
    refund_wholly,
    expire,
    release,
    refund, // the money is back with the client
};

enum class Party : std::uint8_t { client, provider, clock, staff, payments };

inline constexpr Word<State> state_words[] = {
    {State::awaiting_payment, "awaiting_payment"},
    {State::funded, "funded"},
    {State::started, "started"},
    {State::delivered, "delivered"},
    {State::validated, "validated"},
    {State::released, "released"},
    {State::contested, "contested"},
    {State::partly_refunded, "partly_refunded"},
    {State::cancelled, "cancelled"},
    {State::refunded, "refunded"},
    {State::expired, "expired"},
};
inline constexpr Word<Action> action_words[] = {
    {Action::fund, "fund"},
    {Action::start, "start"},
    {Action::deliver, "deliver"},
    {Action::validate, "validate"},
    {Action::contest, "contest"},
    {Action::cancel, "cancel"},
    {Action::give_up, "give_up"},
    {Action::uphold, "uphold"},
    {Action::refund_partly, "refund_partly"},
    {Action::refund_wholly, "refund_wholly"},
    {Action::expire, "expire"},
    {Action::release, "release"},
    {Action::refund, "refund"},
};
inline constexpr Word<Party> party_words[] = {
    {Party::client, "client"}, {Party::provider, "provider"}, {Party::clock, "clock"},
    {Party::staff, "staff"},   {Party::payments, "payments"},
};

/// The whole life of an order. A pay-in that Mangopay reports too late still funds the order,
/// which is then cancelled: the money is known, and goes back.
inline constexpr Transition<State, Action, Party> transitions[] = {
    {State::awaiting_payment, Action::fund, Party::payments, State::funded},
    {State::awaiting_payment, Action::cancel, Party::client, State::cancelled},
    {State::awaiting_payment, Action::cancel, Party::provider, State::cancelled},
    {State::awaiting_payment, Action::expire, Party::clock, State::expired},
    {State::funded, Action::start, Party::provider, State::started},
    {State::funded, Action::cancel, Party::client, State::cancelled},
    {State::funded, Action::cancel, Party::provider, State::cancelled},
    {State::started, Action::deliver, Party::provider, State::delivered},
    {State::started, Action::contest, Party::client, State::contested},
    {State::started, Action::cancel, Party::provider, State::cancelled},
    {State::started, Action::give_up, Party::client, State::cancelled},
    {State::delivered, Action::validate, Party::client, State::validated},
    {State::delivered, Action::validate, Party::clock, State::validated},
    {State::delivered, Action::contest, Party::client, State::contested},
    {State::delivered, Action::give_up, Party::client, State::cancelled},
    {State::contested, Action::uphold, Party::staff, State::validated},
    {State::contested, Action::refund_partly, Party::staff, State::partly_refunded},
    {State::contested, Action::refund_wholly, Party::staff, State::cancelled},
    {State::validated, Action::release, Party::payments, State::released},
    {State::validated, Action::give_up, Party::client, State::cancelled},
    {State::partly_refunded, Action::release, Party::payments, State::released},
    {State::cancelled, Action::refund, Party::payments, State::refunded},
    {State::cancelled, Action::fund, Party::payments, State::cancelled},
    {State::expired, Action::fund, Party::payments, State::cancelled},
};
inline constexpr Lifecycle<State, Action, Party> lifecycle(state_words, action_words, party_words,
                                                           transitions,
                                                           {State::released, State::refunded});

/// Nobody has anything left to do; what still moves is money that goes back.
inline constexpr std::array settled = {State::released, State::refunded, State::cancelled,
                                       State::expired};
/// Money is owed to the provider, if only what a refund leaves.
inline constexpr std::array awaiting_release = {State::validated, State::partly_refunded};

constexpr std::string_view name(State state)
{
    return lifecycle.states.name(state);
}

constexpr std::string_view name(Action action)
{
    return lifecycle.actions.name(action);
}

constexpr std::string_view name(Party party)
{
    return lifecycle.parties.name(party);
}

namespace detail {

/// Whether money leaves the escrow by this action.
constexpr bool pays_out(Action action)
{
    return action == Action::release || action == Action::refund;
}

consteval bool only_payments_move_money()
{
    for (const auto& row : transitions) {
        const bool moves = row.action == Action::fund || pays_out(row.action);
        if (moves != (row.by == Party::payments)) return false;
    }
    return true;
}

consteval bool money_never_moves_twice()
{
    for (const auto& row : transitions) {
        if (pays_out(row.action) && !lifecycle.is_final(row.to)) return false;
    }
    return true;
}

consteval bool people_do_not_reopen_what_is_settled()
{
    for (const auto& row : transitions) {
        const bool is_settled = std::ranges::find(settled, row.from) != settled.end();
        if (is_settled && row.by != Party::payments) return false;
    }
    return true;
}

consteval bool releases_follow_what_awaits_them()
{
    for (const auto& row : transitions) {
        const bool awaits = std::ranges::find(awaiting_release, row.from) != awaiting_release.end();
        if (row.action == Action::release && !awaits) return false;
    }
    return true;
}

consteval bool only_paid_orders_are_carried_out()
{
    for (const auto& row : transitions) {
        if (row.to == State::funded && row.action != Action::fund) return false;
        if (row.to == State::started && row.from != State::funded) return false;
        if (row.to == State::delivered && row.from != State::started) return false;
    }
    return true;
}

} // namespace detail

static_assert(detail::people_do_not_reopen_what_is_settled());
static_assert(detail::releases_follow_what_awaits_them());
static_assert(detail::only_payments_move_money());
static_assert(detail::money_never_moves_twice());
static_assert(detail::only_paid_orders_are_carried_out());

} // namespace domain::orders
