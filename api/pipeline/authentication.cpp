#include "api/pipeline/authentication.hpp"

#include <algorithm>

#include "api/pipeline/cookies.hpp"
#include "api/pipeline/own_form.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/log.hpp"
#include "invoicing/archive/archive_key.hpp"

namespace api {

using namespace domain;

namespace {

ActorKind kind_of(accounts::AccountKind kind)
{
    switch (kind) {
    case accounts::AccountKind::member: return ActorKind::member;
    case accounts::AccountKind::staff: return ActorKind::staff;
    case accounts::AccountKind::accountant: return ActorKind::accountant;
    case accounts::AccountKind::privacy_officer: return ActorKind::privacy_officer;
    }
    return ActorKind::member;
}

std::optional<std::string_view> bearer_token(const http::Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("authorization");
    if (!header || !header->starts_with(scheme)) return {};
    return header->substr(scheme.size());
}

/// A browser sends the cookie whoever wrote the page; only our own pages know the token.
void check_same_site(App& app, const http::Request& request, std::string_view expected_token,
                     Dress dress)
{
    if (is_safe(request.method)) return;
    if (dress == Dress::page) return require_own_form(app, request, expected_token);
    const auto token = request.header("x-csrf-token").value_or("");
    if (!is_allowed_origin(app, request) || !equal_in_constant_time(token, expected_token)) {
        throw cross_site();
    }
}

/// Reading goes on when nothing can be written: the session is prolonged another time.
void touch(App& app, const std::string& token_sha256)
{
    try {
        app.db.transaction([&](Transaction& tx) { access::sessions::touch(tx, token_sha256); });
    } catch (const std::exception& failure) {
        log(Level::warning, "session_not_prolonged", {{"cause", failure.what()}});
    }
}

/// A program reads in the language of whoever minted its key.
std::optional<Actor> key_holder(App& app, std::string_view secret)
{
    return app.db.read_latest([&](Transaction& tx) -> std::optional<Actor> {
        const auto key = invoicing::archive::living_key(tx, secret);
        if (!key) return {};
        const auto minter = accounts::maybe_find(tx, key->minted_by);
        return Actor{.account = key->minted_by,
                     .kind = ActorKind::archive_key,
                     .session = {},
                     .key = key->id,
                     .language = minter ? minter->language : Language::fr};
    });
}

} // namespace

bool is_allowed_origin(const App& app, const http::Request& request)
{
    const auto origin = request.header("origin");
    return origin && std::find(app.web_origins.begin(), app.web_origins.end(), *origin) !=
                         app.web_origins.end();
}

Actor actor_of(const access::sessions::Found& found)
{
    return {.account = found.account,
            .kind = kind_of(found.kind),
            .is_client = found.is_client,
            .is_provider = found.is_provider,
            .email_verified = found.email_verified,
            .second_factor = found.second_factor,
            .session = found.token_sha256,
            .language = found.language};
}

std::optional<Presented> presented(const App& app, const http::Request& request)
{
    if (const auto bearer = bearer_token(request)) {
        return Presented{std::string(*bearer), access::Channel::bearer};
    }
    auto cookie = session_cookie(app, request);
    if (!cookie) return {};
    return Presented{*std::move(cookie), access::Channel::cookie};
}

http::Claim claim_of(const App& app, const http::Request& request)
{
    const auto shown = presented(app, request);
    const auto claimed =
        shown ? access::sessions::claimed_by(app.vault, shown->token) : std::nullopt;
    if (!claimed) return {};
    const auto key = request.header("idempotency-key");
    if (!key || key->empty()) return {claimed->text()};
    return {claimed->text(), request.method + " " + request.path + " " + std::string(*key)};
}

bool is_safe(std::string_view method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

std::optional<Actor> authenticated(App& app, const http::Request& request, Dress dress)
{
    const auto shown = presented(app, request);
    if (!shown) return {};
    const auto& token = shown->token;
    const bool is_bearer = shown->channel == access::Channel::bearer;
    if (is_bearer && token.starts_with(invoicing::archive::key_prefix))
        return key_holder(app, token);
    const auto found =
        app.db.read_latest([&](Transaction& tx) { return access::sessions::find(tx, token); });
    if (!found || found->channel != shown->channel) return {};
    if (!is_bearer)
        check_same_site(app, request, access::sessions::csrf_token(app.vault, token), dress);
    if (found->needs_touch) touch(app, found->token_sha256);
    return actor_of(*found);
}

} // namespace api
