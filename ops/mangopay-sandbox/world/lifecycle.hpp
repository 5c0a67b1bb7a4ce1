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
    Action action;
    std::string_view from;
    std::string_view to;
    std::array<std::string_view, 3> hooks{}; // empty names are none
};

// A table is read by its columns.
// clang-format off
inline constexpr Step steps[] = {
    {Machine::user,            Action::ask,        "ACTIVE",              "PENDING_USER_ACTION",
        {"USER_ACCOUNT_VALIDATION_ASKED"}},
    {Machine::user,            Action::ask,        "PENDING_USER_ACTION", "PENDING_USER_ACTION",
        {"USER_ACCOUNT_VALIDATION_ASKED"}},
    {Machine::user,            Action::accept,     "PENDING_USER_ACTION", "ACTIVE",
        {"SCA_ENROLLMENT_SUCCEEDED", "USER_ACCOUNT_ACTIVATED"}},
    {Machine::user,            Action::refuse,     "PENDING_USER_ACTION", "PENDING_USER_ACTION",
        {"SCA_ENROLLMENT_FAILED"}},
    {Machine::user,            Action::expire,     "PENDING_USER_ACTION", "PENDING_USER_ACTION",
        {"SCA_ENROLLMENT_EXPIRED"}},
    {Machine::user,            Action::accept,     "ACTIVE",              "ACTIVE",
        {"SCA_ENROLLMENT_SUCCEEDED"}},
    {Machine::user,            Action::refuse,     "ACTIVE",              "ACTIVE",
        {"SCA_ENROLLMENT_FAILED"}},
    {Machine::user,            Action::expire,     "ACTIVE",              "ACTIVE",
        {"SCA_ENROLLMENT_EXPIRED"}},
    {Machine::user,            Action::close,      "ACTIVE",              "CLOSED",
        {"USER_ACCOUNT_CLOSED", "USER_INFLOWS_BLOCKED", "USER_OUTFLOWS_BLOCKED"}},
    {Machine::user,            Action::close,      "PENDING_USER_ACTION", "CLOSED",
        {"USER_ACCOUNT_CLOSED", "USER_INFLOWS_BLOCKED", "USER_OUTFLOWS_BLOCKED"}},

    {Machine::verification,    Action::accept,     "PENDING",   "VALIDATED",
        {"IDENTITY_VERIFICATION_VALIDATED"}},
    {Machine::verification,    Action::refuse,     "PENDING",   "REFUSED",
        {"IDENTITY_VERIFICATION_FAILED"}},
    {Machine::verification,    Action::review,     "PENDING",   "REVIEW",
        {"IDENTITY_VERIFICATION_INCONCLUSIVE"}},
    {Machine::verification,    Action::expire,     "PENDING",   "EXPIRED",
        {"IDENTITY_VERIFICATION_EXPIRED"}},
    {Machine::verification,    Action::accept,     "REVIEW",    "VALIDATED",
        {"IDENTITY_VERIFICATION_VALIDATED"}},
    {Machine::verification,    Action::refuse,     "REVIEW",    "REFUSED",
        {"IDENTITY_VERIFICATION_FAILED"}},
    {Machine::verification,    Action::outdate,    "VALIDATED", "OUT_OF_DATE",
        {"IDENTITY_VERIFICATION_OUTDATED"}},

    {Machine::recipient,       Action::accept,     "PENDING",   "ACTIVE", {"RECIPIENT_ACTIVE"}},
    {Machine::recipient,       Action::refuse,     "PENDING",   "CANCELED", {"RECIPIENT_CANCELED"}},
    {Machine::recipient,       Action::expire,     "PENDING",   "CANCELED", {"RECIPIENT_CANCELED"}},
    {Machine::recipient,       Action::deactivate, "ACTIVE",    "DEACTIVATED",
        {"RECIPIENT_DEACTIVATED"}},

    {Machine::payin,           Action::accept,     "CREATED",   "SUCCEEDED",
        {"PAYIN_NORMAL_SUCCEEDED"}},
    {Machine::payin,           Action::refuse,     "CREATED",   "FAILED", {"PAYIN_NORMAL_FAILED"}},
    {Machine::transfer,        Action::accept,     "CREATED",   "SUCCEEDED",
        {"TRANSFER_NORMAL_SUCCEEDED"}},
    {Machine::transfer,        Action::refuse,     "CREATED",   "FAILED",
        {"TRANSFER_NORMAL_FAILED"}},
    {Machine::payout,          Action::accept,     "CREATED",   "SUCCEEDED",
        {"PAYOUT_NORMAL_SUCCEEDED"}},
    {Machine::payout,          Action::refuse,     "CREATED",   "FAILED", {"PAYOUT_NORMAL_FAILED"}},
    {Machine::payin_refund,    Action::accept,     "CREATED",   "SUCCEEDED",
        {"PAYIN_REFUND_SUCCEEDED"}},
    {Machine::payin_refund,    Action::refuse,     "CREATED",   "FAILED", {"PAYIN_REFUND_FAILED"}},
    {Machine::transfer_refund, Action::accept,     "CREATED",   "SUCCEEDED",
        {"TRANSFER_REFUND_SUCCEEDED"}},
    {Machine::transfer_refund, Action::refuse,     "CREATED",   "FAILED",
        {"TRANSFER_REFUND_FAILED"}},
    {Machine::payout_refund,   Action::accept,     "CREATED",   "SUCCEEDED",
        {"PAYOUT_REFUND_SUCCEEDED"}},
    {Machine::payout_refund,   Action::refuse,     "CREATED",   "FAILED", {"PAYOUT_REFUND_FAILED"}},

    {Machine::hook,            Action::refuse,     "VALID",     "INVALID", {}},
    {Machine::hook,            Action::accept,     "INVALID",   "VALID", {}},
};
// clang-format on

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
