#include "api/pipeline/idempotent.hpp"

#include <algorithm>

#include "domain/core/crypto.hpp"
#include "domain/idempotency/answer_store.hpp"
#include "domain/storage/failures.hpp"
#include "domain/vault/vault.hpp"

namespace api {

namespace {

using namespace domain;

constexpr std::size_t key_min = 8;
constexpr std::size_t key_max = 255;

Response again(Transaction& tx, const idempotency::StoredAnswer& stored, std::string_view row)
{
    const auto kept =
        nlohmann::json::parse(tx.vault.must_open({"idempotency_keys.answer", row}, stored.answer));
    Response response{static_cast<int>(stored.status), kept.at("body")};
    for (const auto& [name, value] : kept.at("headers").items()) {
        response.headers.push_back({name, value.get<std::string>()});
    }
    response.headers.push_back({"idempotency-hit", "true"});
    return response;
}

std::string kept(const Response& response)
{
    auto headers = nlohmann::json::object();
    for (const auto& header : response.headers)
        headers[header.name] = header.value;
    return nlohmann::json{{"body", response.body}, {"headers", headers}}.dump();
}

} // namespace

std::string idempotency_key(const Request& request)
{
    const auto key = request.raw.header("idempotency-key");
    const auto is_visible = [](char c) { return c > ' ' && c <= '~'; };
    if (!key || key->size() < key_min || key->size() > key_max ||
        !std::ranges::all_of(*key, is_visible)) {
        throw Refused(
            Refusal::precondition_required,
            {"Cette requête demande l'en-tête Idempotency-Key (8 à 255 caractères ASCII, un "
             "UUID par exemple), le même à chaque répétition.",
             "This request needs an Idempotency-Key header (8 to 255 ASCII characters, such "
             "as a UUID), the same at each repetition."});
    }
    return std::string(*key);
}

Response idempotent(App& app, const Request& request,
                    const std::function<Response(domain::Transaction&)>& work)
{
    const auto key = idempotency_key(request);
    const auto route = request.raw.method + " " + request.raw.path;
    // Keyed: the body may hold a password, which a bare hash would let anybody try in bulk.
    const auto body = app.vault.blind_index("request_body", request.raw.body);
    const auto actor = request.actor ? request.actor->account.text() : "anonymous " + body;
    const auto row = actor + " " + key;

    const auto answered = [&](Transaction& tx) -> std::optional<Response> {
        const auto stored = idempotency::find_answer(tx, actor, key);
        if (!stored) return {};
        if (stored->route != route || stored->body_index != body) {
            throw Refused(
                Refusal::key_reused,
                {"Une autre demande a déjà été faite sous cette clé : rechargez la page, ou "
                 "prenez une nouvelle clé.",
                 "Another request was made under this key: reload the page, or take a "
                 "new key."});
        }
        return again(tx, *stored, row);
    };
    const auto answer = [&](Transaction& tx) {
        if (auto first = answered(tx)) return *std::move(first);

        auto response = work(tx);
        const auto subject = request.actor ? actor : std::string("anonymous");
        const auto sealed = tx.vault.seal(subject, Category::profile,
                                          {"idempotency_keys.answer", row}, kept(response));
        const bool is_first =
            idempotency::insert_answer(tx, actor, key, {route, body, sealed, response.status});
        // The same request got here first: roll this one back and give its answer.
        if (!is_first) throw storage::LostRace("idempotency key");
        return response;
    };
    try {
        return app.db.transaction(answer);
    } catch (const Refused&) {
        // What stood in the way may be this very request, which was being carried out while this
        // one looked its key up and waited: then what it did is the answer to both.
        if (auto first = app.db.read_latest(answered)) return *std::move(first);
        throw;
    }
}

} // namespace api
