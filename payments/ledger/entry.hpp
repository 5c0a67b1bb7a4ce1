#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/money.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::ledger {

/// What a sub-account of a mirrored Mangopay wallet holds.
enum class Part : std::uint8_t {
    free,        // at the owner's disposal
    held,        // in escrow for one order
    paying,      // on its way to a bank account: Mangopay debits at the payout's creation
    refunding,   // on its way back to the card
    fees,        // our commission, in Mangopay's FEES_EUR
    remainder,   // the operator's own: what it paid by other means
    shortfall,   // below zero: what went out once too often
    repudiation, // charged back, in Mangopay's CREDIT_EUR
    world,       // everything outside of Mangopay
};

std::string_view name(Part part);

/// Whether an account of this part must never give more than it has.
constexpr bool is_bounded(Part part)
{
    return part == Part::free || part == Part::held || part == Part::paying ||
           part == Part::refunding || part == Part::remainder;
}

/// An account by what it is; its id follows: "wlt_m_01…:held:ord_01…", "FEES_EUR:fees", "world".
struct Account {
    Part part;
    WalletId wallet{};
    std::optional<domain::OrderId> order{}; // of held only

    std::string id() const;
    bool operator==(const Account&) const = default;
};

Account free_of(WalletId wallet);
Account held_of(WalletId wallet, domain::OrderId order);
Account paying_of(WalletId wallet);
Account refunding_of(WalletId wallet);
Account remainder_of(WalletId wallet);
Account shortfall_of(WalletId wallet);
Account fees();
Account world();

/// Why money moved, in the words of the flows (README.md has them all).
enum class Kind : std::uint8_t {
    pay_in,
    hold,
    release,
    pay_out,
    paid_out,
    pay_out_failed,
    pay_out_returned,
    refund,
    refunded,
    refund_failed,
    paid_by_other_means,
    made_even,
    correction,
};

std::string_view name(Kind kind);

struct Posting {
    Account account;
    domain::Money amount; // negative: given
};

/// One transaction before it is booked. `cause` is unique for ever: what has happened once is
/// booked once, however often it is reported.
struct Entry {
    Kind kind;
    std::string cause;
    std::vector<Posting> postings;
    std::optional<domain::OrderId> order{};
    std::optional<domain::MoneyOperationId> operation{};
};

/// An entry that moves `amount` from one account to another.
Entry moved(Kind kind, std::string cause, const Account& from, const Account& to,
            domain::Money amount);

} // namespace payments::ledger
