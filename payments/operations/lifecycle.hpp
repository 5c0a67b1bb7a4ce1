#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace payments::operations {

enum class State : std::uint8_t {
    planned,             // written down, not yet sent
    sending,             // the call may be on its way at this moment
    unknown,             // no answer: it may or may not have happened
    created,             // Mangopay has it and will decide
    succeeded,           // for a payout: the bank may still send it back
    failed,              // did not happen, as far as anybody knows
    returned,            // a payout that the bank sent back
    manual_review,       // nobody could find out, or it differs: people have to look
    paid_by_other_means, // nobody can be paid by it, and was from the operator's own bank instead
    doubled,             // happened after all, and so did, or may, what took its place
    made_good,           // a doubled one, which people have settled
};

enum class Action : std::uint8_t {
    send,
    take_back, // it turned out that not one byte was sent
    drop,      // no longer wanted, and never sent
    lose,      // the answer, or the process that waited for it
    resend,
    create,
    succeed,
    fail,
    come_back,
    give_up,
    disagree,  // what Mangopay shows is not what was asked for
    point_out, // people say which object it is: that is read
    deny,      // people say that it did not happen
    pay_otherwise,
    double_up, // Mangopay tells that it happened when another has taken its place
    make_good,
};

enum class Party : std::uint8_t { us, mangopay, clock, people };

inline constexpr domain::Word<State> state_words[] = {
    {State::planned, "planned"},
    {State::sending, "sending"},
    {State::unknown, "unknown"},
    {State::created, "created"},
    {State::succeeded, "succeeded"},
    {State::failed, "failed"},
    {State::returned, "returned"},
    {State::manual_review, "manual_review"},
    {State::paid_by_other_means, "paid_by_other_means"},
    {State::doubled, "doubled"},
    {State::made_good, "made_good"},
};
inline constexpr domain::Word<Action> action_words[] = {
    {Action::send, "send"},           {Action::take_back, "take_back"},
    {Action::drop, "drop"},           {Action::lose, "lose"},
    {Action::resend, "resend"},       {Action::create, "create"},
    {Action::succeed, "succeed"},     {Action::fail, "fail"},
    {Action::come_back, "come_back"}, {Action::give_up, "give_up"},
    {Action::disagree, "disagree"},   {Action::point_out, "point_out"},
    {Action::deny, "deny"},           {Action::pay_otherwise, "pay_otherwise"},
    {Action::double_up, "double_up"}, {Action::make_good, "make_good"},
};
inline constexpr domain::Word<Party> party_words[] = {
    {Party::us, "us"},
    {Party::mangopay, "mangopay"},
    {Party::clock, "clock"},
    {Party::people, "people"},
};

/// The whole life of a money operation. What Mangopay reports is taken from wherever we were:
/// a hook may overtake the answer to our own call, and come after people have given it up.
inline constexpr domain::Transition<State, Action, Party> transitions[] = {
    {State::planned, Action::send, Party::us, State::sending},
    {State::planned, Action::drop, Party::us, State::failed},
    {State::sending, Action::take_back, Party::us, State::planned},
    {State::sending, Action::create, Party::mangopay, State::created},
    {State::sending, Action::succeed, Party::mangopay, State::succeeded},
    {State::sending, Action::fail, Party::mangopay, State::failed},
    {State::sending, Action::lose, Party::clock, State::unknown},
    {State::unknown, Action::resend, Party::us, State::sending},
    {State::unknown, Action::create, Party::mangopay, State::created},
    {State::unknown, Action::succeed, Party::mangopay, State::succeeded},
    {State::unknown, Action::fail, Party::mangopay, State::failed},
    {State::unknown, Action::give_up, Party::clock, State::manual_review},
    {State::created, Action::succeed, Party::mangopay, State::succeeded},
    {State::created, Action::fail, Party::mangopay, State::failed},
    {State::succeeded, Action::come_back, Party::mangopay, State::returned},
    {State::sending, Action::disagree, Party::mangopay, State::manual_review},
    {State::unknown, Action::disagree, Party::mangopay, State::manual_review},
    {State::created, Action::disagree, Party::mangopay, State::manual_review},
    {State::manual_review, Action::point_out, Party::people, State::manual_review},
    {State::manual_review, Action::deny, Party::people, State::failed},
    {State::manual_review, Action::create, Party::mangopay, State::created},
    {State::manual_review, Action::succeed, Party::mangopay, State::succeeded},
    {State::manual_review, Action::fail, Party::mangopay, State::failed},
    {State::failed, Action::pay_otherwise, Party::people, State::paid_by_other_means},
    {State::returned, Action::pay_otherwise, Party::people, State::paid_by_other_means},
    {State::failed, Action::succeed, Party::mangopay, State::succeeded},
    {State::failed, Action::disagree, Party::mangopay, State::manual_review},
    {State::failed, Action::double_up, Party::mangopay, State::doubled},
    {State::paid_by_other_means, Action::double_up, Party::mangopay, State::doubled},
    {State::doubled, Action::come_back, Party::mangopay, State::returned},
    {State::doubled, Action::make_good, Party::people, State::made_good},
};
inline constexpr domain::Lifecycle<State, Action, Party>
    lifecycle(state_words, action_words, party_words, transitions, {State::made_good});

/// Something more is expected of us or of Mangopay.
inline constexpr std::array unsettled = {State::planned, State::sending, State::unknown,
                                         State::created, State::manual_review};
/// Mangopay has done it, even if a bank sent it back later.
inline constexpr std::array carried_out = {State::succeeded, State::returned, State::doubled,
                                           State::made_good};
/// Nobody waits for it any more; what had been set aside for it was given back.
inline constexpr std::array given_up = {State::failed, State::paid_by_other_means};
/// Another may take its place: it did not happen, or was one too many.
inline constexpr std::array replaceable = {State::failed, State::doubled, State::made_good};

constexpr bool is_settled(State state)
{
    return std::ranges::find(unsettled, state) == unsettled.end();
}

constexpr bool is_carried_out(State state)
{
    return std::ranges::find(carried_out, state) != carried_out.end();
}

constexpr bool is_given_up(State state)
{
    return std::ranges::find(given_up, state) != given_up.end();
}

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

/// How much is known: what Mangopay says never takes knowledge back.
constexpr int rank(State state)
{
    switch (state) {
    case State::planned: return 0;
    case State::sending:
    case State::unknown:
    case State::manual_review: return 1;
    case State::created: return 2;
    case State::failed: return 3;
    case State::succeeded:
    case State::paid_by_other_means: return 4;
    case State::doubled: return 5;
    case State::returned:
    case State::made_good: return 6;
    }
    return 0;
}

consteval bool knowledge_only_grows()
{
    for (const auto& row : transitions) {
        if (row.action == Action::take_back) continue; // the first sending, and there was none
        if (row.action == Action::disagree) continue;  // what contradicts itself is no knowledge
        if (row.action == Action::pay_otherwise) continue; // by our own bank, and beside Mangopay
        if (rank(row.to) < rank(row.from)) return false;
        if (row.by == Party::mangopay && rank(row.to) == rank(row.from)) return false;
    }
    return true;
}

/// What may have been sent is never planned anew: the only way on is asking Mangopay, or people
/// who have looked there when nobody else could find out.
consteval bool the_unknown_is_decided_by_mangopay()
{
    for (const auto& row : transitions) {
        const bool open = row.from == State::sending || row.from == State::unknown ||
                          row.from == State::manual_review;
        const bool decides = rank(row.to) > rank(row.from);
        const bool by_people = row.from == State::manual_review && row.by == Party::people;
        if (open && decides && row.by != Party::mangopay && !by_people) return false;
    }
    return true;
}

} // namespace detail

static_assert(is_settled(State::failed) && std::ranges::all_of(carried_out, is_settled));
static_assert(detail::knowledge_only_grows());
static_assert(detail::the_unknown_is_decided_by_mangopay());

} // namespace payments::operations
