#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/vault/signing_key.hpp"
#include "domain/vault/vault.hpp"

namespace domain::vault {

/// Signs with the installation's key in use, which the first signer makes. Lives for one unit of
/// work: it holds the secret.
class Signer {
public:
    /// Nothing where the secret of the key in use does not open: it is damaged.
    static std::optional<Signer> of(Vault& vault);

    const std::string& key_id() const { return key_id_; }

    /// 64 bytes over signed_text(purpose, lines).
    std::string signature(std::string_view purpose, const std::vector<std::string>& lines) const;

private:
    Signer(std::string key_id, const SecretKey& secret)
        : key_id_(std::move(key_id)), secret_(secret)
    {
    }

    std::string key_id_;
    SecretKey secret_;
};

/// Every key there was, the first made first: what is published.
std::vector<SigningKey> signing_keys_of(Vault& vault);

/// The id of the key in use where its secret does not open: nothing is signed until another key is
/// made.
std::optional<std::string> damaged_signing_key(Vault& vault);

/// Makes another key, signed by the one in use, whose secret goes. What that one signed stays
/// checked by its public key. Returns the new one: without attestation where the secret of the one
/// before did not open.
SigningKey rotate_signing_key(Vault& vault);

} // namespace domain::vault
