#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Wallets of users and of the client (FEES, CREDIT), and the only functions that change a
/// balance. Amounts are minor units.
namespace mangopay_sandbox::wallets {

Answer create(World& world, const Call& call);
Answer edit(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer of_user(World& world, const Call& call);
Answer transactions(World& world, const Call& call);
Answer transactions_of_user(World& world, const Call& call);
Answer of_client(World& world, const Call& call);     // GET /clients/wallets[/FEES]
Answer one_of_client(World& world, const Call& call); // GET /clients/wallets/FEES/EUR
Answer client_transactions(World& world, const Call& call);

/// The client's own wallets exist from the beginning.
void open_client_wallets(World& world);

/// A user's wallet, or param_error naming the field.
nlohmann::json of_field(const World& world, const std::string& id, std::string_view field);

/// The user who owns a wallet.
nlohmann::json owner(const World& world, const nlohmann::json& wallet);

/// The sum over all wallets of a user.
std::int64_t held_by(const World& world, const std::string& user);

std::int64_t balance(const World& world, const std::string& wallet);

/// Money comes in from, or goes out to, the world. Nothing but these three moves money.
void bring_in(World& world, const std::string& wallet, std::int64_t amount);
void take_out(World& world, const std::string& wallet, std::int64_t amount);
void move(World& world, const std::string& from, const std::string& to, std::int64_t amount);

/// "FEES_EUR"; where every commission lands.
std::string fees_wallet(std::string_view currency);

/// "HELD_EUR": where money waits that a payout has taken and no bank has confirmed yet. Not a
/// wallet of the API's.
std::string held_wallet(std::string_view currency);

} // namespace mangopay_sandbox::wallets
