#include "ops/mangopay-sandbox/objects/payouts.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/crypto.hpp"
#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/world/alarms.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::payouts {

using nlohmann::json;

namespace {

/// The result code of a payout that cannot be made, or "".
std::string_view obstacle(const World& world, const json& author, const json& wallet,
                          const json& recipient, const Amounts& amounts)
{
    if (!users::is_verified(author)) return "002999";
    if (users::is_blocked(author, "Outflows")) return "008700";
    if (recipient.at("Status") == "DEACTIVATED") return "121006";
    if (amounts.credited() <= 0) return "001014";
    if (wallets::balance(world, text_of(wallet, "Id")) < amounts.debited.amount) return "001001";
    return "";
}

/// The recipient that the payout names, or param_error.
json recipient_of(const World& world, const std::string& id, const std::string& author)
{
    const auto* recipient = world.state.maybe_find(Kind::recipient, id);
    if (!recipient || recipient->at("UserId") != author) {
        throw param_error({{"BankAccountId", "The bank account or recipient " + id +
                                                 " does not exist for this user"}});
    }
    if (recipient->at("RecipientScope") == "PAYIN") {
        throw param_error({{"BankAccountId", "Payout not allowed for RecipientScope PAYIN"}});
    }
    if (recipient->at("Status") == "PENDING" || recipient->at("Status") == "CANCELED") {
        throw param_error({{"BankAccountId", "The recipient is not ACTIVE"}});
    }
    return *recipient;
}

/// The name under which the payout names its recipient: both are accepted.
std::string recipient_id(Fields& fields)
{
    return fields.text(fields.at("RecipientId") ? "RecipientId" : "BankAccountId");
}

void check_mode(Fields& fields)
{
    const auto mode = fields.one_of(
        "PayoutModeRequested",
        {"STANDARD", "INSTANT_PAYMENT", "INSTANT_PAYMENT_ONLY", "RTGS_PAYMENT"}, "STANDARD");
    if (mode.starts_with("INSTANT")) {
        fields.complain("PayoutModeRequested", "InstantPayment is disabled");
    }
}

} // namespace

Answer create(World& world, const Call& call)
{
    Fields fields(call);
    const auto author_id = fields.text("AuthorId");
    const auto wallet_id = fields.text("DebitedWalletId");
    const auto account = recipient_id(fields);
    const auto reference = fields.text_or("BankWireRef", "", {0, 255});
    const auto tag = fields.text_or("Tag", "", {0, 255});
    const auto amounts = amounts_of(fields);
    check_mode(fields);
    fields.finish();
    const auto author = author_of(world, author_id);
    const auto wallet = wallets::of_field(world, wallet_id, "DebitedWalletId");
    if (wallets::owner(world, wallet).at("Id") != author_id) {
        throw param_error({{"AuthorId", "Author should be the Debited wallet owner"}});
    }
    check_currency(wallet, amounts);
    const auto recipient = recipient_of(world, account, author_id);

    const auto id = fresh_id(world, "po_m_");
    auto payout = transaction(world, {id, "PAYOUT", "REGULAR", author_id, tag}, amounts);
    payout["DebitedWalletId"] = wallet_id;
    payout["PaymentType"] = "BANK_WIRE";
    payout["BankAccountId"] = account;
    payout["BankWireRef"] = reference.empty() ? json(nullptr) : json(reference);
    payout["ModeRequested"] =
        fields.at("PayoutModeRequested") ? *fields.at("PayoutModeRequested") : json(nullptr);
    payout["ModeApplied"] = "PENDING_RESPONSE";
    payout["FallbackReason"] = nullptr;
    payout["EndToEndId"] = domain::uuid_v4();
    payout["PaymentRef"] = nullptr;
    announce(world, "PAYOUT_NORMAL_CREATED", id);
    if (const auto code = obstacle(world, author, wallet, recipient, amounts); !code.empty()) {
        fail(world, Machine::payout, payout, code);
    } else {
        wallets::move(world, wallet_id, wallets::held_wallet(amounts.debited.currency),
                      amounts.debited.amount);
        set_alarm(world, AlarmKind::payout, world.now + world.settings.payout_delay, id);
    }
    save(world, Kind::transaction, payout);
    return answer(shown(payout));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find_transaction(world, call.capture("id"), "PAYOUT", "REGULAR")));
}

void complete(World& world, const std::string& id)
{
    const auto* known = world.state.maybe_find(Kind::transaction, id);
    if (!known || known->at("Status") != "CREATED") return;
    if (const auto planned = world.faults.take(FaultKind::payout_failure, id)) {
        refuse(world, id, planned->result_code.empty() ? "121999" : planned->result_code);
        return;
    }
    auto payout = *known;
    const auto fees = funds_of(payout.at("Fees"));
    const auto held = wallets::held_wallet(fees.currency);
    wallets::take_out(world, held, funds_of(payout.at("CreditedFunds")).amount);
    wallets::move(world, held, wallets::fees_wallet(fees.currency), fees.amount);
    payout["ModeApplied"] = "STANDARD";
    succeed(world, Machine::payout, payout);
    save(world, Kind::transaction, payout);
}

bool refuse(World& world, const std::string& id, std::string_view result_code)
{
    auto payout = find(world, Kind::transaction, id);
    if (payout.at("Type") != "PAYOUT" || payout.at("Status") != "CREATED") return false;
    const auto debited = funds_of(payout.at("DebitedFunds"));
    wallets::move(world, wallets::held_wallet(debited.currency), text_of(payout, "DebitedWalletId"),
                  debited.amount);
    fail(world, Machine::payout, payout, result_code);
    save(world, Kind::transaction, payout);
    return true;
}

int complete_all(World& world)
{
    std::vector<std::string> under_way;
    world.state.each(Kind::transaction, [&](const std::string& id, const json& t) {
        if (t.at("Type") == "PAYOUT" && t.at("Nature") == "REGULAR" &&
            t.at("Status") == "CREATED") {
            under_way.push_back(id);
        }
    });
    for (const auto& id : under_way)
        complete(world, id);
    return static_cast<int>(under_way.size());
}

bool give_back(World& world, const std::string& id, std::string_view reason)
{
    auto payout = find(world, Kind::transaction, id);
    const bool returnable = payout.at("Type") == "PAYOUT" && payout.at("Nature") == "REGULAR" &&
                            payout.at("Status") == "SUCCEEDED" && !payout.contains("_Returned");
    if (!returnable) return false;

    const auto credited = funds_of(payout.at("CreditedFunds"));
    const auto wallet = text_of(payout, "DebitedWalletId");
    const auto refund_id = fresh_id(world, "refund_m_");
    auto refund = transaction(
        world, {refund_id, "PAYOUT", "REFUND", text_of(payout, "AuthorId"), text_of(payout, "Tag")},
        {credited, {credited.currency, 0}});
    refund["CreditedUserId"] = payout.at("AuthorId");
    refund["CreditedWalletId"] = wallet;
    refund["InitialTransactionId"] = id;
    refund["InitialTransactionType"] = "PAYOUT";
    refund["InitialTransactionNature"] = "REGULAR";
    refund["RefundReason"] = {{"RefundReasonType", reason},
                              {"RefundReasonMessage", "Returned by the bank"}};
    announce(world, "PAYOUT_REFUND_CREATED", refund_id);
    wallets::bring_in(world, wallet, credited.amount);
    succeed(world, Machine::payout_refund, refund);
    save(world, Kind::transaction, refund);
    payout["_Returned"] = true;
    save(world, Kind::transaction, payout);
    return true;
}

} // namespace mangopay_sandbox::payouts
