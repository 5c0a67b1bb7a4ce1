#include "domain/requests/requests.hpp"

#include <set>

#include "domain/accounts/account_store.hpp"
#include "domain/accounts/active.hpp"
#include "domain/conversations/conversations.hpp"
#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/profiles/likeness_store.hpp"
#include "domain/profiles/one_party.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/requests/request_store.hpp"

namespace domain::requests {

namespace {

using accounts::Account;
using accounts::Clientele;

/// Why `provider` cannot receive a request of `client`; nothing when it can.
std::optional<Say> obstacle(Transaction& tx, const Account& client, const AccountId& provider)
{
    const auto account = accounts::maybe_find(tx, provider);
    const bool is_there =
        account && account->is_provider && account->state == accounts::AccountState::active;
    if (!is_there) return Say{"Ce prestataire n'existe pas.", "There is no such provider."};
    if (provider == client.id) return Say{"C'est vous-même.", "That is yourself."};
    if (profiles::are_one_party(tx, client.id, provider)) return profiles::deals_with_itself();
    const auto who = profiles::public_name(profiles::person_of(tx, provider));
    if (account->clientele == Clientele::professionals && !client.is_company) {
        return Say{who + " ne travaille que pour des professionnels.",
                   who + " works for professionals only."};
    }
    if (account->clientele == Clientele::individuals && client.is_company) {
        return Say{who + " ne travaille que pour des particuliers.",
                   who + " works for individuals only."};
    }
    return {};
}

void check_recipients(Transaction& tx, const Account& client,
                      const std::vector<AccountId>& providers)
{
    std::vector<FieldError> errors;
    std::set<AccountId> seen;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        const auto field = "providers[" + std::to_string(i) + "]";
        if (!seen.insert(providers[i]).second) {
            errors.push_back({field, {"Déjà nommé.", "Already named."}});
        } else if (auto why = obstacle(tx, client, providers[i])) {
            errors.push_back({field, std::move(*why)});
        }
    }
    if (errors.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"La demande ne peut pas être envoyée à tous ces prestataires.",
                   "The request cannot be sent to all of these providers."},
                  std::move(errors));
}

const Request& visible_to(const AccountId& viewer, const Request& request)
{
    if (request.client != viewer && request.recipient(viewer) == nullptr) throw not_found();
    return request;
}

} // namespace

Request send(Transaction& tx, const Account& client, const Need& need,
             const std::vector<AccountId>& providers, const Platform& platform)
{
    check(!providers.empty() && providers.size() <= recipients_max, "recipients are bounded");
    accounts::require_active(tx, client.id);
    check_recipients(tx, client, providers);
    Request request{.id = RequestId::fresh(tx.now),
                    .client = client.id,
                    .need = need,
                    .sent_at = tx.now,
                    .expires_at = tx.now + platform.request_open};
    for (const auto& provider : providers)
        request.recipients.push_back({provider});
    insert(tx, request);
    for (const auto& provider : providers)
        conversations::open(tx, request.id, client.id, provider);
    for (const auto& provider : providers)
        mail::notify(tx, provider, mail::Template::request_received, {request.id.text()});
    return request;
}

Request find_for(Transaction& tx, const AccountId& viewer, const RequestId& id)
{
    return visible_to(viewer, find(tx, id));
}

Request lock_for(Transaction& tx, const AccountId& viewer, const RequestId& id)
{
    return visible_to(viewer, lock(tx, id));
}

void fulfil(Transaction& tx, const Request& request)
{
    update(tx, advanced(request, Action::fulfil, Party::client));
}

} // namespace domain::requests
