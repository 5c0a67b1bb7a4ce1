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
    std::string hash;
    const auto account = db.transaction([&](Transaction& tx) {
        auto found = peek_token(tx, token, purpose);
        if (!found) return found;
        count_link_proof(tx, *found);
        hash = credentials_of(tx, *found).password_hash;
        return found;
    });
    if (!account) return false;
    if (hash.empty() || !password_matches(hash, password)) throw wrong_password();
    db.transaction([&](Transaction& tx) { forgive_link_proof(tx, *account); });
    return true;
}

bool is_link_of(Transaction& tx, std::string_view token, TokenPurpose purpose,
                const AccountId& account)
{
    return peek_token(tx, token, purpose) == account;
}

} // namespace domain::access
