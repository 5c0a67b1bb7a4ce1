#pragma once

#include <string>
#include <string_view>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// OAuth 2 client credentials: many tokens may live at once, each for twenty minutes.
namespace mangopay_sandbox::tokens {

struct Credentials {
    std::string client_id;
    std::string api_key;
};

/// What an "Authorization: Basic ..." header says, or empty credentials.
Credentials read_basic(std::string_view authorization);

/// A fresh token for the right key, else {"error":"invalid_client"}.
Answer issue(World& world, const Credentials& credentials);

/// Throws invalid_credentials unless the header bears a live token.
void check(const World& world, std::string_view authorization);

Rejected invalid_credentials();

} // namespace mangopay_sandbox::tokens
