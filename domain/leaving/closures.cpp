#include "domain/leaving/closures.hpp"

#include "domain/access/sensitive_change.hpp"
#include "domain/access/sessions.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/accounts/forgetting_store.hpp"
#include "domain/deals/request_endings.hpp"
#include "domain/events/event_store.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/leaving/archive_store.hpp"
#include "domain/leaving/closure_store.hpp"
#include "domain/leaving/traces.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/forgetting_store.hpp"
#include "domain/pages/forgetting.hpp"
#include "domain/pages/page_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/forgetting_store.hpp"
#include "domain/quotes/quotes.hpp"
#include "domain/requests/forgetting_store.hpp"
#include "domain/requests/requests.hpp"
#include "domain/terms/terms.hpp"

namespace domain::leaving {

namespace {

/// Takes back whatever waits for somebody's answer. Quotes first: a request cannot be declined
/// under one's own open quote.
void take_back_offers(Transaction& tx, const AccountId& account)
{
    for (const auto& id : quotes::open_of(tx, account))
        quotes::withdraw(tx, account, id);
    for (const auto& id : requests::open_to_provider(tx, account))
        deals::refuse_request(tx, account, id);
    for (const auto& id : requests::open_of_client(tx, account))
        deals::withdraw_request(tx, account, id);
}

void archive(Transaction& tx, const Departure& departure, const AccountId& account)
{
    const auto person = profiles::person_of(tx, account);
    const auto terms = terms::acceptance_of(tx, account, terms::Document::terms);
    const auto accepted = terms ? domain::to_text(day_in_paris(terms->accepted_at)) : "";
    const auto last_invoice = departure.last_invoice(tx, account);
    keep_in_archive(tx, account, {person.surname, person.first_name, accepted},
                    last_invoice.value_or(day_in_paris(tx.now)));
}

bool complete(Transaction& tx, const Departure& departure, const policy::Retention& retention,
              const AccountId& account)
{
    accounts::lock(tx, account);
    if (!lock_to_complete(tx, account) || !holds_of(tx, departure, account).empty()) return false;
    depart(tx, departure, retention, account);
    return true;
}

policy::Record record_of(Transaction& tx, const Departure& departure,
                         const forgetting::Closure& closure)
{
    const auto holds = holds_of(tx, departure, closure.account);
    return {"account", closure.account.text(),
            is_kept_by_law(tx, closure.account) ? "account, legal identity to the archive"
                                                : "account, wholly",
            closure.requested_at, holds.empty() ? "" : holds.front().reason.en};
}

} // namespace

void depart(Transaction& tx, const Departure& departure, const policy::Retention& retention,
            const AccountId& account)
{
    departure.last_letters(tx, account);
    const forgetting::Leaving leaving{account, is_kept_by_law(tx, account)};
    if (leaving.is_archived) archive(tx, departure, account);
    forgetting::carry_out(tx, retention, departure.erasers, leaving);
    erase_warning(tx, account);
    if (leaving.is_archived) {
        erase_person(tx, account);
        accounts::leave_tombstone(tx, account);
        mark_completed(tx, account);
        order_person_keys_destroyed(tx, account);
    } else {
        erase_closure(tx, account);
        erase_wholly(tx, account);
        forgetting::order_key_destruction(tx, account.text());
    }
}

forgetting::Closure request_closure(Transaction& tx, const policy::Retention& retention,
                                    const AccountId& id, forgetting::Cause cause,
                                    const std::optional<accounts::ConnectionOrigin>& from)
{
    const auto account = accounts::lock(tx, id);
    forgetting::Closure closure{id, cause, tx.now};
    if (!insert(tx, closure)) return closure_of(tx, id).value();

    accounts::set_state(tx, id, accounts::AccountState::closing);
    access::sessions::end_all(tx, id);
    take_back_offers(tx, id);
    forgetting::carry_out(tx, retention, {pages::eraser()}, {id});
    if (from) {
        access::tell_owner(tx, id, access::SensitiveChange::closure, *from);
    } else {
        mail::notify(tx, id, mail::Template::account_being_closed);
    }
    events::announce(tx, {events::Kind::account_closing, id.text()});
    return closure;
}

std::vector<forgetting::Hold> order_holds(Transaction& tx, const AccountId& account)
{
    if (orders::unsettled_of(tx, account) == 0) return {};
    return {{forgetting::Unsettled::open_orders,
             {"Des commandes sont en cours, contestées ou en remboursement.",
              "Orders are under way, contested or being refunded."}}};
}

std::vector<forgetting::Hold> holds_of(Transaction& tx, const Departure& departure,
                                       const AccountId& account)
{
    std::vector<forgetting::Hold> all;
    for (const auto& holder : departure.holders) {
        for (auto& hold : holder(tx, account))
            all.push_back(std::move(hold));
    }
    return all;
}

bool is_kept_by_law(Transaction& tx, const AccountId& account)
{
    return pages::is_gone(tx, account) || orders::has_acted_as_provider(tx, account) ||
           orders::has_paid(tx, account);
}

forgetting::ObjectSweep closure_sweep(const Departure& departure,
                                      const policy::Retention& retention)
{
    return {{"account", policy::Start::closing},
            [departure](Transaction& tx, const forgetting::Search& search) {
                std::vector<policy::Record> records;
                for (const auto& closure :
                     to_complete(tx, search.before, search.after, search.limit))
                    records.push_back(record_of(tx, departure, closure));
                return records;
            },
            [departure, &retention](Transaction& tx, const policy::Record& record) {
                return complete(tx, departure, retention, AccountId::parse(record.object).value());
            }};
}

} // namespace domain::leaving
