#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// What pay-ins, transfers, payouts and refunds have in common.
namespace mangopay_sandbox {

struct Amounts {
    Funds debited;
    Funds fees;

    std::int64_t credited() const { return debited.amount - fees.amount; }
};

/// Reads DebitedFunds and Fees (absent: none), which must be of one currency.
Amounts amounts_of(Fields& fields);

/// The currency of the wallet and that of the amounts must be the same.
void check_currency(const nlohmann::json& wallet, const Amounts& amounts);

struct Sketch {
    std::string id;
    std::string_view type;   // PAYIN, TRANSFER, PAYOUT
    std::string_view nature; // REGULAR, REFUND
    std::string author;
    std::string tag;
};

/// A transaction in the state CREATED; the caller adds what is its own.
nlohmann::json transaction(const World& world, const Sketch& sketch, const Amounts& amounts);

/// Ends a transaction (not yet stored) with its result code and hooks.
void succeed(World& world, Machine machine, nlohmann::json& transaction);
void fail(World& world, Machine machine, nlohmann::json& transaction, std::string_view code);

/// Whether the API still knows a transaction: for 13 months.
bool is_kept(const World& world, const nlohmann::json& transaction);

/// The transaction of that type and nature, or ressource_not_found.
nlohmann::json find_transaction(const World& world, std::string_view id, std::string_view type,
                                std::string_view nature);

std::vector<nlohmann::json> transactions_of_wallet(const World& world, const Call& call,
                                                   const std::string& wallet);

/// The user in AuthorId, not closed; or param_error.
nlohmann::json author_of(const World& world, const std::string& id);

} // namespace mangopay_sandbox
