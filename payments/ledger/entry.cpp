#include "payments/ledger/entry.hpp"

namespace payments::ledger {

std::string_view name(Part part)
{
    switch (part) {
    case Part::free: return "free";
    case Part::held: return "held";
    case Part::paying: return "paying";
    case Part::refunding: return "refunding";
    case Part::fees: return "fees";
    case Part::remainder: return "remainder";
    case Part::shortfall: return "shortfall";
    case Part::repudiation: return "repudiation";
    case Part::world: return "world";
    }
    return "unknown";
}

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::pay_in: return "pay_in";
    case Kind::hold: return "hold";
    case Kind::release: return "release";
    case Kind::pay_out: return "pay_out";
    case Kind::paid_out: return "paid_out";
    case Kind::pay_out_failed: return "pay_out_failed";
    case Kind::pay_out_returned: return "pay_out_returned";
    case Kind::refund: return "refund";
    case Kind::refunded: return "refunded";
    case Kind::refund_failed: return "refund_failed";
    case Kind::paid_by_other_means: return "paid_by_other_means";
    case Kind::made_even: return "made_even";
    case Kind::correction: return "correction";
    }
    return "unknown";
}

std::string Account::id() const
{
    if (part == Part::world) return "world";
    auto text = wallet.text() + ":" + std::string(name(part));
    if (order) text += ":" + order->text();
    return text;
}

Account free_of(WalletId wallet)
{
    return {Part::free, std::move(wallet)};
}

Account held_of(WalletId wallet, domain::OrderId order)
{
    return {Part::held, std::move(wallet), std::move(order)};
}

Account paying_of(WalletId wallet)
{
    return {Part::paying, std::move(wallet)};
}

Account refunding_of(WalletId wallet)
{
    return {Part::refunding, std::move(wallet)};
}

Account remainder_of(WalletId wallet)
{
    return {Part::remainder, std::move(wallet)};
}

Account shortfall_of(WalletId wallet)
{
    return {Part::shortfall, std::move(wallet)};
}

Account fees()
{
    return {Part::fees, WalletId("FEES_EUR")};
}

Account world()
{
    return {Part::world};
}

Entry moved(Kind kind, std::string cause, const Account& from, const Account& to,
            domain::Money amount)
{
    return {kind, std::move(cause), {{from, -amount}, {to, amount}}};
}

} // namespace payments::ledger
