#include "domain/access/link_proof.hpp"

#include "domain/access/attempts.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/access/security_event.hpp"
#include "domain/core/crypto.hpp"

namespace domain::access {

namespace {

SecurityRefusal wrong_password()
{
    return {
        SecurityEvent::proof_refused,
        {Refusal::invalid_fields,
         {"Ce n'est pas le mot de passe donné quand ce lien a été demandé. Si ce n'était pas vous, "
          "laissez ce lien : il ne change rien sans ce mot de passe.",
          "This is not the password that was given when this link was asked for. If that was not "
          "you, leave the link alone: it changes nothing without that password."},
         {{"password", {"Mot de passe faux.", "Wrong password."}}}}};
}

} // namespace

bool proves_attempt(Database& db, std::string_view token, TokenPurpose purpose,
                    const std::string& password)
{
    const auto hash = db.transaction([&](Transaction& tx) -> std::optional<std::string> {
        const auto account = peek_token(tx, token, purpose);
        if (!account) return {};
        count_link_proof(tx, *account);
        return credentials_of(tx, *account).password_hash;
    });
    if (!hash) return false;
    if (hash->empty() || !password_matches(*hash, password)) throw wrong_password();
    return true;
}

bool is_link_of(Transaction& tx, std::string_view token, TokenPurpose purpose,
                const AccountId& account)
{
    return peek_token(tx, token, purpose) == account;
}

} // namespace domain::access
