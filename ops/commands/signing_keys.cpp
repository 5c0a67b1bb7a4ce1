#include "ops/commands/signing_keys.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <stdexcept>

#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signer.hpp"

namespace ops::commands {

using namespace domain;
using nlohmann::ordered_json;

namespace {

ordered_json view(const vault::SigningKey& key)
{
    ordered_json retired_at, attestation;
    if (key.retired_at) retired_at = to_text(*key.retired_at);
    if (key.attestation) attestation = to_base64(*key.attestation);
    return {{"id", key.id},
            {"public_key", to_base64(key.public_key)},
            {"pem", ed25519::pem(key.public_key)},
            {"made_at", to_text(key.made_at)},
            {"retired_at", std::move(retired_at)},
            {"attestation", std::move(attestation)}};
}

void print(const vault::SigningKey& key)
{
    std::cout << key.id << "  " << to_base64(key.public_key) << "  made " << to_text(key.made_at)
              << "  " << (key.retired_at ? "retired " + to_text(*key.retired_at) : "in use")
              << "\n";
}

} // namespace

int list_signing_keys(Installation& installation, bool as_json)
{
    auto list = ordered_json::array();
    for (const auto& key : vault::signing_keys_of(installation.vault)) {
        if (as_json) {
            list.push_back(view(key));
        } else {
            print(key);
        }
    }
    if (as_json) std::cout << ordered_json{{"items", list}}.dump(2) << "\n";
    return 0;
}

int rotate_signing_key(Installation& installation, bool as_json)
{
    const auto key = vault::rotate_signing_key(installation.vault);
    if (!key.attestation) {
        std::cerr
            << "warning: the key before did not open, and did not sign this one: tell whoever "
               "checks heads its id\n";
    }
    if (as_json) {
        std::cout << view(key).dump(2) << "\n";
    } else {
        print(key);
    }
    return 0;
}

void require_signing_key(Installation& installation)
{
    const auto damaged = vault::damaged_signing_key(installation.vault);
    if (!damaged) return;
    throw std::runtime_error("the signing key " + *damaged +
                             " does not open: run `entremise signing-key rotate`");
}

} // namespace ops::commands
