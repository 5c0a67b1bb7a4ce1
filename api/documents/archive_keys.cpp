#include "api/documents/archive_keys.hpp"

#include <nlohmann/json.hpp>

#include "api/documents/archive_scope.hpp"
#include "api/json/reader.hpp"
#include "api/people/proof.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/credentials.hpp"
#include "domain/accounts/account_store.hpp"
#include "invoicing/archive/archive_key.hpp"

namespace api::documents {

using namespace domain;
using access::SensitiveChange;
using nlohmann::json;

namespace {

template <typename Value>
json or_null(const std::optional<Value>& value)
{
    return value ? json(*value) : json();
}

json view(const invoicing::archive::ArchiveKey& key)
{
    return {{"id", key.id.text()},
            {"label", key.label},
            {"issuer_id", key.issuer ? json(key.issuer->text()) : json()},
            {"from", or_null(key.from_day)},
            {"to", or_null(key.to_day)},
            {"created_at", to_text(key.created_at)},
            {"expires_at", to_text(key.expires_at)},
            {"revoked_at", key.revoked_at ? json(to_text(*key.revoked_at)) : json()}};
}

/// Reads a moment as to_text() writes it; complains when it is none.
Instant moment(Reader& reader, std::string_view field)
{
    const auto text = reader.text(field, {.most = 40});
    const auto read = parse_instant(text);
    if (!read && !text.empty()) {
        reader.complain(field, {"Écrivez un instant en UTC, comme 2027-01-31T12:00:00Z.",
                                "Write a moment in UTC, such as 2027-01-31T12:00:00Z."});
    }
    return read.value_or(Instant{});
}

/// Reads a wish; `own` is the only issuer a provider may open, staff names any or none.
invoicing::archive::KeyWish wish_in(Reader& reader, const std::optional<AccountId>& own)
{
    invoicing::archive::KeyWish wish;
    wish.label = reader.text("label", {.most = 100});
    const auto asked = days_in(reader);
    wish.from_day = asked.from;
    wish.to_day = asked.to;
    wish.expires_at = moment(reader, "expires_at");
    if (own) {
        wish.issuer = *own;
    } else {
        const auto issuer = reader.maybe_text("issuer_id", {.most = 64});
        if (issuer) wish.issuer = invoicing::Issuer::parse(*issuer);
        if (issuer && !wish.issuer) {
            reader.complain("issuer_id", {"Donnez un compte prestataire ou « platform ».",
                                          "Give a provider's account or \"platform\"."});
        }
    }
    return wish;
}

/// Refuses (409) a key beyond a member's budget; staff mints for all accountants there are.
void demand_room(const App& app, Transaction& tx, const AccountId& minter)
{
    accounts::lock(tx, minter);
    if (invoicing::archive::count_living_keys(tx, minter) < app.budgets.archive_keys) return;
    throw Refused(Refusal::action_unavailable,
                  {"Vous avez assez de clés en cours : révoquez-en une d'abord.",
                   "You have enough living keys: revoke one first."});
}

/// A key outlives the session it was made in, so it is a sensitive change.
Response minted(App& app, const Request& request, const std::optional<AccountId>& own)
{
    const auto& account = actor_of(request).account;
    Reader reader(request.body);
    const auto wish = wish_in(reader, own);
    const auto typed = people::read_proof(reader, request.body, SensitiveChange::archive_key);
    reader.finish();
    const auto proof = people::tried(app, request, typed);
    const auto made = app.db.transaction([&](Transaction& tx) {
        access::demand_proof(tx, account, SensitiveChange::archive_key, proof);
        if (own) demand_room(app, tx, account);
        return invoicing::archive::mint_key(tx, account, wish, origin_of(request.raw));
    });
    auto body = view(made.key);
    body["key"] = made.secret;
    const auto* place = own ? "/v1/me/archive-keys/" : "/v1/staff/archive-keys/";
    return created(std::move(body), place + made.key.id.text());
}

Response listed(App& app, const Request& request, const std::optional<AccountId>& party)
{
    const auto page = page_of(request);
    auto keys = app.db.read([&](Transaction& tx) {
        return invoicing::archive::minted_keys(tx, party, page.after, page.one_more());
    });
    const auto next = cut(keys, page, [](const auto& last) { return last.id.text(); });
    auto items = json::array();
    for (const auto& key : keys)
        items.push_back(view(key));
    return ok(page_view(std::move(items), next));
}

Response revoked(App& app, const Request& request, const std::optional<AccountId>& party)
{
    const auto id = path_id<ArchiveKeyId>(request, ":id");
    app.db.transaction([&](Transaction& tx) { invoicing::archive::revoke_key(tx, party, id); });
    return no_content();
}

Response mint_any(App& app, const Request& request)
{
    return minted(app, request, {});
}
Response list_any(App& app, const Request& request)
{
    return listed(app, request, {});
}
Response revoke_any(App& app, const Request& request)
{
    return revoked(app, request, {});
}
Response mint_own(App& app, const Request& request)
{
    return minted(app, request, actor_of(request).account);
}
Response list_own(App& app, const Request& request)
{
    return listed(app, request, actor_of(request).account);
}
Response revoke_own(App& app, const Request& request)
{
    return revoked(app, request, actor_of(request).account);
}

} // namespace

std::vector<Route> archive_key_routes()
{
    return {
        sensitive(SensitiveChange::archive_key,
                  {"POST", "/v1/staff/archive-keys", "mint_archive_key", Who::staff, mint_any}),
        {"GET", "/v1/staff/archive-keys", "list_archive_keys", Who::staff, list_any},
        {"DELETE", "/v1/staff/archive-keys/:id", "revoke_archive_key", Who::staff, revoke_any},
        sensitive(SensitiveChange::archive_key,
                  {"POST", "/v1/me/archive-keys", "mint_own_archive_key", Who::provider, mint_own}),
        {"GET", "/v1/me/archive-keys", "list_own_archive_keys", Who::member, list_own},
        {"DELETE", "/v1/me/archive-keys/:id", "revoke_own_archive_key", Who::member, revoke_own},
    };
}

} // namespace api::documents
