#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The state machines of Mangopay's objects, with the hooks each step emits: nothing else in
/// this folder changes a state. States are spelled as on the wire.
namespace mangopay_sandbox {

enum class Machine : std::uint8_t {
    user,
    verification,
    recipient,
    payin,
    transfer,
    payout,
    payin_refund,
    transfer_refund,
    payout_refund,
    hook,
};

enum class Action : std::uint8_t {
    ask,        // asks the user for strong authentication
    accept,     // the user, a verifier or a bank said yes
    refuse,     // ... or no
    review,     // ... or cannot tell yet
    expire,     // nobody said anything in time
    outdate,    // what was true is no longer
    deactivate, // the platform ends it
    close,
};

struct Step {
    Machine machine;
    std::string_view from;
    Action action;
    std::string_view to;
    std::array<std::string_view, 3> hooks{}; // empty names are none
};

inline constexpr Step steps[] = {
    {Machine::user,
     "ACTIVE",
     Action::ask,
     "PENDING_USER_ACTION",
     {"USER_ACCOUNT_VALIDATION_ASKED"}},
    {Machine::user,
     "PENDING_USER_ACTION",
     Action::ask,
     "PENDING_USER_ACTION",
     {"USER_ACCOUNT_VALIDATION_ASKED"}},
    {Machine::user,
     "PENDING_USER_ACTION",
     Action::accept,
     "ACTIVE",
     {"SCA_ENROLLMENT_SUCCEEDED", "USER_ACCOUNT_ACTIVATED"}},
    {Machine::user,
     "PENDING_USER_ACTION",
     Action::refuse,
     "PENDING_USER_ACTION",
     {"SCA_ENROLLMENT_FAILED"}},
    {Machine::user,
     "PENDING_USER_ACTION",
     Action::expire,
     "PENDING_USER_ACTION",
     {"SCA_ENROLLMENT_EXPIRED"}},
    {Machine::user, "ACTIVE", Action::accept, "ACTIVE", {"SCA_ENROLLMENT_SUCCEEDED"}},
    {Machine::user, "ACTIVE", Action::refuse, "ACTIVE", {"SCA_ENROLLMENT_FAILED"}},
    {Machine::user, "ACTIVE", Action::expire, "ACTIVE", {"SCA_ENROLLMENT_EXPIRED"}},
    {Machine::user,
     "ACTIVE",
     Action::close,
     "CLOSED",
     {"USER_ACCOUNT_CLOSED", "USER_INFLOWS_BLOCKED", "USER_OUTFLOWS_BLOCKED"}},
    {Machine::user,
     "PENDING_USER_ACTION",
     Action::close,
     "CLOSED",
     {"USER_ACCOUNT_CLOSED", "USER_INFLOWS_BLOCKED", "USER_OUTFLOWS_BLOCKED"}},

    {Machine::verification,
     "PENDING",
     Action::accept,
     "VALIDATED",
     {"IDENTITY_VERIFICATION_VALIDATED"}},
    {Machine::verification, "PENDING", Action::refuse, "REFUSED", {"IDENTITY_VERIFICATION_FAILED"}},
    {Machine::verification,
     "PENDING",
     Action::review,
     "REVIEW",
     {"IDENTITY_VERIFICATION_INCONCLUSIVE"}},
    {Machine::verification,
     "PENDING",
     Action::expire,
     "EXPIRED",
     {"IDENTITY_VERIFICATION_EXPIRED"}},
    {Machine::verification,
     "REVIEW",
     Action::accept,
     "VALIDATED",
     {"IDENTITY_VERIFICATION_VALIDATED"}},
    {Machine::verification, "REVIEW", Action::refuse, "REFUSED", {"IDENTITY_VERIFICATION_FAILED"}},
    {Machine::verification,
     "VALIDATED",
     Action::outdate,
     "OUT_OF_DATE",
     {"IDENTITY_VERIFICATION_OUTDATED"}},

    {Machine::recipient, "PENDING", Action::accept, "ACTIVE", {"RECIPIENT_ACTIVE"}},
    {Machine::recipient, "PENDING", Action::refuse, "CANCELED", {"RECIPIENT_CANCELED"}},
    {Machine::recipient, "PENDING", Action::expire, "CANCELED", {"RECIPIENT_CANCELED"}},
    {Machine::recipient, "ACTIVE", Action::deactivate, "DEACTIVATED", {"RECIPIENT_DEACTIVATED"}},

    {Machine::payin, "CREATED", Action::accept, "SUCCEEDED", {"PAYIN_NORMAL_SUCCEEDED"}},
    {Machine::payin, "CREATED", Action::refuse, "FAILED", {"PAYIN_NORMAL_FAILED"}},
    {Machine::transfer, "CREATED", Action::accept, "SUCCEEDED", {"TRANSFER_NORMAL_SUCCEEDED"}},
    {Machine::transfer, "CREATED", Action::refuse, "FAILED", {"TRANSFER_NORMAL_FAILED"}},
    {Machine::payout, "CREATED", Action::accept, "SUCCEEDED", {"PAYOUT_NORMAL_SUCCEEDED"}},
    {Machine::payout, "CREATED", Action::refuse, "FAILED", {"PAYOUT_NORMAL_FAILED"}},
    {Machine::payin_refund, "CREATED", Action::accept, "SUCCEEDED", {"PAYIN_REFUND_SUCCEEDED"}},
    {Machine::payin_refund, "CREATED", Action::refuse, "FAILED", {"PAYIN_REFUND_FAILED"}},
    {Machine::transfer_refund,
     "CREATED",
     Action::accept,
     "SUCCEEDED",
     {"TRANSFER_REFUND_SUCCEEDED"}},
    {Machine::transfer_refund, "CREATED", Action::refuse, "FAILED", {"TRANSFER_REFUND_FAILED"}},
    {Machine::payout_refund, "CREATED", Action::accept, "SUCCEEDED", {"PAYOUT_REFUND_SUCCEEDED"}},
    {Machine::payout_refund, "CREATED", Action::refuse, "FAILED", {"PAYOUT_REFUND_FAILED"}},

    {Machine::hook, "VALID", Action::refuse, "INVALID", {}},
    {Machine::hook, "INVALID", Action::accept, "VALID", {}},
};

/// The step that `action` takes from the state `from`, or nullptr where it is impossible.
constexpr const Step* next(Machine machine, std::string_view from, Action action)
{
    for (const auto& step : steps) {
        if (step.machine == machine && step.from == from && step.action == action) return &step;
    }
    return nullptr;
}

namespace detail {

constexpr bool is_deterministic()
{
    for (const auto& step : steps) {
        if (next(step.machine, step.from, step.action) != &step) return false;
    }
    return true;
}

constexpr bool is_money(Machine machine)
{
    return machine >= Machine::payin && machine <= Machine::payout_refund;
}

/// What succeeded or failed with money never moves again; what follows is a new object.
constexpr bool money_ends()
{
    for (const auto& step : steps) {
        if (is_money(step.machine) && step.from != "CREATED") return false;
    }
    return true;
}

constexpr bool closed_stays_closed()
{
    for (const auto& step : steps) {
        if (step.from == "CLOSED" || step.from == "DEACTIVATED") return false;
    }
    return true;
}

} // namespace detail

static_assert(detail::is_deterministic());
static_assert(detail::money_ends());
static_assert(detail::closed_stays_closed());

} // namespace mangopay_sandbox
