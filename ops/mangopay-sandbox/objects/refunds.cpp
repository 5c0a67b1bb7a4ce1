#include "ops/mangopay-sandbox/objects/refunds.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox::refunds {

using nlohmann::json;
using namespace std::chrono;

namespace {

constexpr int refundable_months = 11;
constexpr auto same_amount_again_after = hours{24};

/// What earlier refunds of a transaction have already given back.
struct Earlier {
    std::int64_t debited = 0; // taken from the wallet that the original credited
    std::int64_t fees = 0;    // given back, so positive
    bool same_amount_today = false;
};

Earlier earlier_refunds(const World& world, const json& initial, std::int64_t amount)
{
    Earlier earlier;
    const auto since = world.seconds() - duration_cast<seconds>(same_amount_again_after).count();
    world.state.each(Kind::transaction, [&](const std::string&, const json& t) {
        if (t.at("Nature") != "REFUND" || t.at("Status") == "FAILED") return;
        if (t.at("InitialTransactionId") != initial.at("Id")) return;
        const auto debited = t.at("DebitedFunds").at("Amount").get<std::int64_t>();
        earlier.debited += debited;
        earlier.fees -= t.at("Fees").at("Amount").get<std::int64_t>();
        if (debited == amount && t.at("CreationDate").get<std::int64_t>() > since) {
            earlier.same_amount_today = true;
        }
    });
    return earlier;
}

/// The amounts asked for; or, when neither is given, all that is left.
Amounts amounts_for(Fields& fields, const World& world, const json& initial)
{
    const auto credited = funds_of(initial.at("CreditedFunds"));
    if (!fields.at("DebitedFunds") && !fields.at("Fees")) {
        const auto earlier = earlier_refunds(world, initial, 0);
        const auto fees = funds_of(initial.at("Fees")).amount;
        return {{credited.currency, credited.amount - earlier.debited},
                {credited.currency, earlier.fees - fees}};
    }
    constexpr std::int64_t any = -1'000'000'000'000;
    Amounts amounts{fields.funds("DebitedFunds", 1), fields.funds("Fees", any)};
    if (amounts.debited.currency != amounts.fees.currency) {
        fields.complain("Fees.Currency",
                        "The currencies of DebitedFunds and Fees must be the same");
    }
    return amounts;
}

bool is_too_old(const World& world, const json& initial)
{
    const auto today = domain::Day{floor<days>(world.now)};
    const sys_days oldest{domain::plus_months(today, -refundable_months)};
    return initial.at("CreationDate").get<std::int64_t>() <
           duration_cast<seconds>(oldest.time_since_epoch()).count();
}

/// The result code of a refund that cannot be made, or "".
std::string_view obstacle(const World& world, const json& initial, const Amounts& amounts)
{
    const auto earlier = earlier_refunds(world, initial, amounts.debited.amount);
    const auto credited = funds_of(initial.at("CreditedFunds")).amount;
    const auto fees = funds_of(initial.at("Fees")).amount;
    const auto given_back = -amounts.fees.amount;
    if (earlier.debited >= credited) return "001401";
    if (is_too_old(world, initial)) return "001403";
    if (earlier.debited + amounts.debited.amount > credited) return "005403";
    if (earlier.fees + given_back > fees) return "005404";
    if (amounts.credited() <= 0) return "001014";
    if (initial.at("Type") == "PAYIN" && earlier.same_amount_today) return "005407";
    const auto fees_wallet = wallets::fees_wallet(amounts.fees.currency);
    if (given_back > 0 && wallets::balance(world, fees_wallet) < given_back) return "005405";
    if (wallets::balance(world, text_of(initial, "CreditedWalletId")) < amounts.debited.amount) {
        return "001001";
    }
    return "";
}

void move_money(World& world, const json& initial, const Amounts& amounts)
{
    const auto from = text_of(initial, "CreditedWalletId");
    const auto fees_wallet = wallets::fees_wallet(amounts.fees.currency);
    // Negative fees first: the wallet may hold no more than what it received.
    wallets::move(world, from, fees_wallet, amounts.fees.amount);
    if (initial.at("Type") == "PAYIN") {
        wallets::take_out(world, from, amounts.credited());
    } else {
        wallets::move(world, from, text_of(initial, "DebitedWalletId"), amounts.credited());
    }
}

Answer create(World& world, const Call& call, std::string_view type)
{
    const auto initial = find_transaction(world, call.capture("id"), type, "REGULAR");
    Fields fields(call);
    const auto author = fields.text("AuthorId");
    const auto tag = fields.text_or("Tag", "", {0, 255});
    if (initial.at("Status") != "SUCCEEDED") {
        throw Rejected(400, "original_transaction_must_be_succeeded",
                       "The original transaction must be SUCCEEDED", {}, Spelling::capital_errors);
    }
    const auto amounts = amounts_for(fields, world, initial);
    if (!author.empty() && author != text_of(initial, "AuthorId")) {
        fields.complain("AuthorId", "The author must be the author of the original transaction");
    }
    fields.finish();
    check_currency(find(world, Kind::wallet, text_of(initial, "CreditedWalletId")), amounts);

    const bool of_payin = type == "PAYIN";
    const auto machine = of_payin ? Machine::payin_refund : Machine::transfer_refund;
    const auto id = fresh_id(world, "refund_m_");
    auto refund =
        transaction(world, {id, of_payin ? "PAYOUT" : "TRANSFER", "REFUND", author, tag}, amounts);
    refund["CreditedUserId"] = initial.at("AuthorId");
    refund["DebitedWalletId"] = initial.at("CreditedWalletId");
    refund["CreditedWalletId"] = initial.at("DebitedWalletId");
    refund["InitialTransactionId"] = initial.at("Id");
    refund["InitialTransactionType"] = type;
    refund["InitialTransactionNature"] = "REGULAR";
    refund["RefundReason"] = {{"RefundReasonType", "INITIALIZED_BY_CLIENT"},
                              {"RefundReasonMessage", nullptr}};
    announce(world, of_payin ? "PAYIN_REFUND_CREATED" : "TRANSFER_REFUND_CREATED", id);
    if (const auto code = obstacle(world, initial, amounts); !code.empty()) {
        fail(world, machine, refund, code);
    } else {
        move_money(world, initial, amounts);
        succeed(world, machine, refund);
    }
    save(world, Kind::transaction, refund);
    return answer(shown(refund));
}

} // namespace

Answer of_payin(World& world, const Call& call)
{
    return create(world, call, "PAYIN");
}

Answer of_transfer(World& world, const Call& call)
{
    return create(world, call, "TRANSFER");
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find_transaction(world, call.capture("id"), "", "REFUND")));
}

Answer list(World& world, const Call& call)
{
    const auto initial = find_transaction(world, call.capture("id"), "", "REGULAR");
    return page(call, collected(world, Kind::transaction, [&](const json& t) {
                    return t.at("Nature") == "REFUND" &&
                           t.at("InitialTransactionId") == initial.at("Id") && is_kept(world, t) &&
                           is_wanted(call, t);
                }));
}

} // namespace mangopay_sandbox::refunds
