#include "api/documents/signing_keys.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signer.hpp"

namespace api::documents {

using namespace domain;
using nlohmann::json;

namespace {

json view(const vault::SigningKey& key)
{
    json retired_at, attestation;
    if (key.retired_at) retired_at = to_text(*key.retired_at);
    if (key.attestation) attestation = to_base64(*key.attestation);
    return {{"id", key.id},
            {"algorithm", "Ed25519"},
            {"public_key", to_base64(key.public_key)},
            {"pem", ed25519::pem(key.public_key)},
            {"made_at", to_text(key.made_at)},
            {"retired_at", std::move(retired_at)},
            {"attestation", std::move(attestation)}};
}

Response list_signing_keys(App& app, const Request&)
{
    auto items = json::array();
    for (const auto& key : vault::signing_keys_of(app.vault))
        items.push_back(view(key));
    return ok(page_view(std::move(items), {}));
}

} // namespace

std::vector<Route> signing_key_routes()
{
    return {
        {"GET", "/v1/signing-keys", "list_signing_keys", Who::anyone, list_signing_keys},
    };
}

} // namespace api::documents
