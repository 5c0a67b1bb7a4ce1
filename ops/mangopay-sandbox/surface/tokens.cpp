#include "ops/mangopay-sandbox/surface/tokens.hpp"

#include <nlohmann/json.hpp>
#include <strings.h>

#include "domain/core/crypto.hpp"

namespace mangopay_sandbox::tokens {

using nlohmann::json;

namespace {

constexpr std::int64_t token_seconds = 1200;

/// The rest of the header when it names that scheme.
std::string_view after_scheme(std::string_view authorization, std::string_view scheme)
{
    const bool named = authorization.size() > scheme.size() &&
                       strncasecmp(authorization.data(), scheme.data(), scheme.size()) == 0 &&
                       authorization[scheme.size()] == ' ';
    return named ? authorization.substr(scheme.size() + 1) : std::string_view{};
}

void forget_dead(World& world)
{
    std::vector<std::string> dead;
    world.state.each(Kind::token, [&](const std::string& id, const json& token) {
        if (token.at("Until").get<std::int64_t>() <= world.seconds()) dead.push_back(id);
    });
    for (const auto& id : dead)
        world.state.erase(Kind::token, id);
}

} // namespace

Credentials read_basic(std::string_view authorization)
{
    const auto plain = domain::from_base64(after_scheme(authorization, "Basic"));
    const auto colon = plain ? plain->find(':') : std::string::npos;
    if (colon == std::string::npos) return {};
    return {plain->substr(0, colon), plain->substr(colon + 1)};
}

Answer issue(World& world, const Credentials& credentials)
{
    if (credentials.client_id != world.settings.client_id ||
        !domain::equal_in_constant_time(credentials.api_key, world.settings.api_key)) {
        return answer({{"error", "invalid_client"}}, 401);
    }
    forget_dead(world);
    const auto token = domain::to_hex(domain::random_bytes(32));
    world.state.put(Kind::token, domain::sha256_hex(token),
                    {{"Until", world.seconds() + token_seconds}});
    return answer(
        {{"access_token", token}, {"token_type", "bearer"}, {"expires_in", token_seconds - 1}});
}

void check(const World& world, std::string_view authorization)
{
    const auto token = after_scheme(authorization, "Bearer");
    const auto* known = world.state.maybe_find(Kind::token, domain::sha256_hex(token));
    if (!known || known->at("Until").get<std::int64_t>() <= world.seconds()) {
        throw invalid_credentials();
    }
}

Rejected invalid_credentials()
{
    return {401, "invalid_credentials", "The authorization credentials are not valid"};
}

} // namespace mangopay_sandbox::tokens
