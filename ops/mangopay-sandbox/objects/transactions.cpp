#include "ops/mangopay-sandbox/objects/transactions.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/wire/result_codes.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

constexpr int kept_months = 13;

void end(World& world, Machine machine, json& transaction, Action action, std::string_view code)
{
    const bool ended = advance(world, machine, transaction, action);
    domain::check(ended, "a transaction ends once");
    transaction["ResultCode"] = code;
    transaction["ResultMessage"] = message_of(code);
}

} // namespace

Amounts amounts_of(Fields& fields)
{
    Amounts amounts{fields.funds("DebitedFunds", 1), {}};
    if (fields.at("Fees")) {
        amounts.fees = fields.funds("Fees", 0);
    } else {
        amounts.fees = {amounts.debited.currency, 0};
    }
    if (amounts.fees.currency != amounts.debited.currency) {
        fields.complain("Fees.Currency",
                        "The currencies of DebitedFunds and Fees must be the same");
    }
    return amounts;
}

void check_currency(const json& wallet, const Amounts& amounts)
{
    const auto currency = wallet.at("Currency").get<std::string>();
    if (currency == amounts.debited.currency) return;
    throw Rejected(
        400, "currency_incompatibility", "The currencies are not the same",
        {{"currency", "The Wallet's currency " + currency + " and the DebitedFunds's currency " +
                          amounts.debited.currency + " must be the same"}});
}

json transaction(const World& world, const Sketch& sketch, const Amounts& amounts)
{
    return {{"Id", sketch.id},
            {"Tag", sketch.tag.empty() ? json(nullptr) : json(sketch.tag)},
            {"CreationDate", world.seconds()},
            {"AuthorId", sketch.author},
            {"CreditedUserId", nullptr},
            {"DebitedFunds", shown(amounts.debited)},
            {"CreditedFunds", shown(Funds{amounts.debited.currency, amounts.credited()})},
            {"Fees", shown(amounts.fees)},
            {"Status", "CREATED"},
            {"ResultCode", nullptr},
            {"ResultMessage", nullptr},
            {"ExecutionDate", nullptr},
            {"Type", sketch.type},
            {"Nature", sketch.nature},
            {"CreditedWalletId", nullptr},
            {"DebitedWalletId", nullptr}};
}

void succeed(World& world, Machine machine, json& transaction)
{
    end(world, machine, transaction, Action::accept, "000000");
    transaction["ExecutionDate"] = world.seconds();
}

void fail(World& world, Machine machine, json& transaction, std::string_view code)
{
    end(world, machine, transaction, Action::refuse, code);
}

bool is_kept(const World& world, const json& transaction)
{
    const auto today = domain::Day{std::chrono::floor<std::chrono::days>(world.now)};
    const auto oldest = std::chrono::sys_days{domain::plus_months(today, -kept_months)};
    return transaction.at("CreationDate").get<std::int64_t>() >=
           std::chrono::duration_cast<std::chrono::seconds>(oldest.time_since_epoch()).count();
}

json find_transaction(const World& world, std::string_view id, std::string_view type,
                      std::string_view nature)
{
    const auto* known = world.state.maybe_find(Kind::transaction, id);
    const bool fits = known && (type.empty() || known->at("Type") == type) &&
                      known->at("Nature") == nature && is_kept(world, *known);
    if (fits) return *known;
    throw unknown_resource(nature == "REFUND"   ? "Refund"
                           : type == "PAYIN"    ? "PayIn"
                           : type == "TRANSFER" ? "Transfer"
                                                : "PayOut",
                           id);
}

std::vector<json> transactions_of_wallet(const World& world, const Call& call,
                                         const std::string& wallet)
{
    return collected(world, Kind::transaction, [&](const json& t) {
        const bool fees = wallet.starts_with("FEES_") &&
                          t.at("Fees").at("Amount").get<std::int64_t>() != 0 &&
                          wallet.ends_with(t.at("Fees").at("Currency").get<std::string>());
        return is_kept(world, t) && is_wanted(call, t) &&
               (fees || t.at("DebitedWalletId") == wallet || t.at("CreditedWalletId") == wallet);
    });
}

json author_of(const World& world, const std::string& id)
{
    if (!world.state.maybe_find(Kind::user, id)) {
        throw param_error({{"AuthorId", "The user " + id + " does not exist"}});
    }
    return users::find_open(world, id);
}

} // namespace mangopay_sandbox
