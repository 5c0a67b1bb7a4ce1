#include "ops/mangopay-sandbox/objects/transfers.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::transfers {

using nlohmann::json;

namespace {

/// Up to here the exemption for transaction risk analysis always applies in the sandbox.
constexpr std::int64_t exempt_max = 50'000;

struct Parties { // NOLINT(bugprone-exception-escape): moving JSON does not throw
    json from_wallet;
    json to_wallet;
    json from; // users
    json to;
};

/// The result code of a transfer that cannot be made, or "".
std::string_view obstacle(const World& world, const Parties& parties, const Amounts& amounts)
{
    const auto& [from_wallet, to_wallet, from, to] = parties;
    const bool same_user = from.at("Id") == to.at("Id");
    if (from_wallet.at("Id") == to_wallet.at("Id")) return "101108";
    if (users::is_closed(from)) return "002601";
    if (users::is_closed(to)) return "002602";
    if (!users::is_owner(to) && !same_user) return users::is_owner(from) ? "002702" : "002701";
    if (users::is_owner(from) && !same_user && from.at("UserStatus") == "PENDING_USER_ACTION") {
        return "002704";
    }
    if (world.settings.beneficiaries_verified && !same_user && !users::is_verified(to)) {
        return "002951";
    }
    if (users::is_blocked(from, "Outflows") || users::is_blocked(to, "Inflows")) return "008700";
    if (amounts.credited() <= 0) return "001014";
    if (wallets::balance(world, text_of(from_wallet, "Id")) < amounts.debited.amount) {
        return "001001";
    }
    return "";
}

bool needs_authentication(const Parties& parties, const Amounts& amounts)
{
    return users::is_owner(parties.from) && users::is_owner(parties.to) &&
           parties.from.at("Id") != parties.to.at("Id") && amounts.debited.amount > exempt_max &&
           !sca::is_bypassed(parties.from);
}

Parties parties_of(const World& world, const std::string& from, const std::string& to)
{
    Parties parties;
    parties.from_wallet = wallets::of_field(world, from, "DebitedWalletId");
    parties.to_wallet = wallets::of_field(world, to, "CreditedWalletId");
    parties.from = wallets::owner(world, parties.from_wallet);
    parties.to = wallets::owner(world, parties.to_wallet);
    return parties;
}

Amounts amounts_of(const json& transfer)
{
    return {funds_of(transfer.at("DebitedFunds")), funds_of(transfer.at("Fees"))};
}

void execute(World& world, json& transfer, const Parties& parties)
{
    const auto amounts = amounts_of(transfer);
    if (const auto code = obstacle(world, parties, amounts); !code.empty()) {
        fail(world, Machine::transfer, transfer, code);
        return;
    }
    const auto from = text_of(transfer, "DebitedWalletId");
    wallets::move(world, from, text_of(transfer, "CreditedWalletId"), amounts.credited());
    wallets::move(world, from, wallets::fees_wallet(amounts.fees.currency), amounts.fees.amount);
    succeed(world, Machine::transfer, transfer);
}

} // namespace

Answer create(World& world, const Call& call)
{
    Fields fields(call);
    const auto context =
        fields.one_of("ScaContext", {"USER_PRESENT", "USER_NOT_PRESENT"}, "USER_PRESENT");
    const auto author = fields.text("AuthorId");
    const auto from = fields.text("DebitedWalletId");
    const auto to = fields.text("CreditedWalletId");
    const auto tag = fields.text_or("Tag", "", {0, 255});
    const auto amounts = mangopay_sandbox::amounts_of(fields);
    fields.finish();
    const auto parties = parties_of(world, from, to);
    if (author != text_of(parties.from, "Id")) {
        throw param_error({{"AuthorId", "Author should be the Debited wallet owner"}});
    }
    check_currency(parties.from_wallet, amounts);
    check_currency(parties.to_wallet, amounts);
    const bool asks = needs_authentication(parties, amounts);
    if (asks && context == "USER_NOT_PRESENT") {
        throw Rejected(403, "sca_proxy_missing", "The user has not given consent to the platform");
    }

    const auto id = fresh_id(world, "xfer_m_");
    auto transfer = transaction(world, {id, "TRANSFER", "REGULAR", author, tag}, amounts);
    transfer["CreditedUserId"] = parties.to.at("Id");
    transfer["DebitedWalletId"] = from;
    transfer["CreditedWalletId"] = to;
    transfer["ScaContext"] = context;
    transfer["PendingUserAction"] = nullptr;
    announce(world, "TRANSFER_NORMAL_CREATED", id);
    if (asks && obstacle(world, parties, amounts).empty()) {
        transfer["PendingUserAction"] = {
            {"RedirectUrl", sca::open(world, sca::Purpose::transfer, author, id)}};
    } else {
        execute(world, transfer, parties);
    }
    save(world, Kind::transaction, transfer);
    return answer(shown(transfer));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find_transaction(world, call.capture("id"), "TRANSFER", "REGULAR")));
}

void decide(World& world, const std::string& id, Action action)
{
    auto transfer = find(world, Kind::transaction, id);
    if (transfer.at("Status") != "CREATED") return;
    transfer["PendingUserAction"] = nullptr;
    if (action == Action::accept) {
        execute(world, transfer,
                parties_of(world, text_of(transfer, "DebitedWalletId"),
                           text_of(transfer, "CreditedWalletId")));
    } else {
        fail(world, Machine::transfer, transfer, action == Action::expire ? "007102" : "007101");
    }
    save(world, Kind::transaction, transfer);
}

} // namespace mangopay_sandbox::transfers
