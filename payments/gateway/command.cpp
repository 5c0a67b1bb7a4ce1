#include "payments/gateway/command.hpp"

#include <array>

#include "domain/core/words.hpp"

namespace payments {

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::user: return "user";
    case Kind::wallet: return "wallet";
    case Kind::verification: return "verification";
    case Kind::recipient: return "recipient";
    case Kind::pay_in: return "pay_in";
    case Kind::transfer: return "transfer";
    case Kind::refund: return "refund";
    case Kind::payout: return "payout";
    }
    return "unknown";
}

std::optional<Kind> parse_kind(std::string_view text)
{
    return domain::named<Kind>(text);
}

std::string_view name(Role role)
{
    return role == Role::payer ? "payer" : "owner";
}

std::optional<Role> parse_role(std::string_view text)
{
    if (text == "payer") return Role::payer;
    if (text == "owner") return Role::owner;
    return {};
}

Kind kind_of(const Command& command)
{
    struct Visitor {
        Kind operator()(const NewUser&) const { return Kind::user; }
        Kind operator()(const NewWallet&) const { return Kind::wallet; }
        Kind operator()(const NewVerification&) const { return Kind::verification; }
        Kind operator()(const NewRecipient&) const { return Kind::recipient; }
        Kind operator()(const PayIn&) const { return Kind::pay_in; }
        Kind operator()(const Transfer&) const { return Kind::transfer; }
        Kind operator()(const Refund&) const { return Kind::refund; }
        Kind operator()(const Payout&) const { return Kind::payout; }
    };
    return std::visit(Visitor{}, command);
}

} // namespace payments
