#include "domain/deals/request_endings.hpp"

#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/quotes/quotes.hpp"
#include "domain/requests/request_store.hpp"
#include "domain/requests/requests.hpp"

namespace domain::deals {

requests::Request withdraw_request(Transaction& tx, const AccountId& client, const RequestId& id)
{
    const auto request = requests::lock_for(tx, client, id);
    if (request.client != client) throw not_found();
    auto withdrawn = advanced(request, requests::Action::withdraw, requests::Party::client);
    requests::update(tx, withdrawn);
    quotes::pass_over(tx, id);
    return requests::find(tx, id);
}

requests::Request refuse_request(Transaction& tx, const AccountId& provider, const RequestId& id)
{
    const auto request = requests::lock_for(tx, provider, id);
    const auto* recipient = request.recipient(provider);
    if (recipient == nullptr) throw not_found();
    if (request.state != requests::State::open || recipient->refused_at) {
        throw Refused(Refusal::action_unavailable, {"Vous ne pouvez plus décliner cette demande.",
                                                    "You can no longer decline this request."});
    }
    if (quotes::has_open_quote(tx, id, provider)) {
        throw Refused(Refusal::action_unavailable,
                      {"Retirez d'abord votre devis.", "Withdraw your quote first."});
    }
    requests::mark_refused(tx, id, provider);
    if (request.is_last_recipient(provider)) {
        requests::update(
            tx, advanced(request, requests::Action::refuse, requests::Party::last_provider));
    }
    mail::notify(tx, request.client, mail::Template::request_refused, {id.text()});
    return requests::find(tx, id);
}

bool expire_request(Transaction& tx, const RequestId& id)
{
    const auto request = requests::lock(tx, id);
    const bool is_over = request.state == requests::State::open && request.expires_at <= tx.now &&
                         !quotes::has_open_quote(tx, id);
    if (!is_over) return false;
    requests::update(tx, advanced(request, requests::Action::expire, requests::Party::clock));
    mail::notify(tx, request.client, mail::Template::request_expired, {id.text()});
    return true;
}

} // namespace domain::deals
