#include "domain/quotes/quotes.hpp"

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/profiles/one_party.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/offer_rules.hpp"
#include "domain/quotes/quote_store.hpp"
#include "domain/requests/requests.hpp"

namespace domain::quotes {

namespace {

constexpr std::size_t salt_bytes = 16;

Refused wrong_offer(std::vector<FieldError> errors)
{
    return {Refusal::invalid_fields,
            {"Ce devis ne peut pas être envoyé ainsi ; chaque point est nommé.",
             "This quote cannot be sent like this; each point is named."},
            std::move(errors)};
}

void check_offer(Transaction& tx, const AccountId& provider, const Offer& offer, const Gate& gate)
{
    using profiles::VatRegime;
    const auto regime = profiles::company_of(tx, provider).vat_regime;
    const bool charges_vat = regime.value_or(VatRegime::standard) == VatRegime::standard;
    auto errors = wrong_in(offer, day_in_paris(tx.now), charges_vat);
    std::ranges::move(gate.offer(offer), std::back_inserter(errors));
    if (!errors.empty()) throw wrong_offer(std::move(errors));
}

/// Whoever is told that it was sent is not told by its acceptance that it could not be invoiced.
void check_documents(Transaction& tx, const Quote& quote, const Offer& offer, const Gate& gate)
{
    auto wrong = gate.documents(tx, quote, offer);
    if (!wrong.in_offer.empty()) throw wrong_offer(std::move(wrong.in_offer));
    if (wrong.beyond.empty()) return;
    throw Refused(
        Refusal::action_unavailable,
        {"Ce devis ne pourrait pas être facturé : ce qui l'empêche est dit avec ce refus.",
         "This quote could not be invoiced: what prevents it is said with this refusal."},
        std::move(wrong.beyond));
}

/// Settled before the first quote: whoever sends one can be paid and invoiced for it.
void check_ready(Transaction& tx, const AccountId& provider, const payees::Conditions& conditions)
{
    const auto hurdles = payees::hurdles(tx, conditions, provider);
    if (hurdles.empty()) return;
    std::vector<FieldError> reasons;
    reasons.reserve(hurdles.size());
    for (const auto& hurdle : hurdles)
        reasons.push_back({hurdle.code, hurdle.reason});
    throw Refused(
        Refusal::action_unavailable,
        {"Pour envoyer un devis, il faut pouvoir être payé : il manque ce qui est dit avec ce "
         "refus.",
         "To send a quote one must be able to be paid: what is said with this refusal is "
         "missing."},
        std::move(reasons));
}

void check_open(const requests::Request& request, const AccountId& provider)
{
    const auto* recipient = request.recipient(provider);
    if (recipient == nullptr) throw not_found(); // its client, for one
    if (request.state == requests::State::open && !recipient->refused_at) return;
    throw Refused(Refusal::action_unavailable,
                  {"Cette demande n'attend plus de devis de votre part.",
                   "This request no longer waits for a quote of yours."});
}

/// Puts the offer's amounts and dates into the quote and appends its text.
Quote with_offer(Quote quote, Instant now, const Offer& offer)
{
    const auto totals = offer.totals();
    quote.net = totals.net;
    quote.vat = totals.vat;
    quote.gross = totals.gross;
    quote.sent_at = now;
    const auto day_after = std::chrono::sys_days{offer.valid_until} + std::chrono::days{1};
    quote.expires_at = start_of_day_in_paris(Day{day_after});
    return quote;
}

std::string salted_text(Quote& quote, const Offer& offer)
{
    auto text = text_of(offer, quote.id, quote.version, to_hex(random_bytes(salt_bytes)));
    quote.text_sha256 = sha256_hex(text);
    return text;
}

/// The quote with its request held, then itself: the order of locks.
struct Held {
    requests::Request request;
    Quote quote;
};
Held hold(Transaction& tx, const AccountId& viewer, const QuoteId& id)
{
    const auto seen = find_for(tx, viewer, id);
    auto request = requests::lock_for(tx, viewer, seen.request);
    return {std::move(request), lock(tx, id)};
}

Refused newer_version()
{
    return {Refusal::changed_meanwhile,
            {"Ce devis a changé entre-temps : relisez sa dernière version.",
             "This quote has changed meanwhile: read its newest version."}};
}

Quote closed(Transaction& tx, const Quote& quote, Action action, Party by)
{
    auto after = advanced(quote, action, by);
    update(tx, after);
    return after;
}

} // namespace

Quote send(Transaction& tx, const AccountId& provider, const RequestId& request_id,
           const Offer& offer, const Gate& gate)
{
    const auto request = requests::lock_for(tx, provider, request_id);
    check_open(request, provider);
    profiles::require_two_parties(tx, request.client, provider);
    check_offer(tx, provider, offer, gate);
    check_ready(tx, provider, gate.provider);
    if (find_living(tx, request_id, provider)) {
        throw Refused(Refusal::action_unavailable,
                      {"Vous avez déjà un devis en cours pour cette demande : révisez-le.",
                       "You already have an open quote for this request: revise it."});
    }
    auto quote = with_offer({.id = QuoteId::fresh(tx.now),
                             .request = request_id,
                             .client = request.client,
                             .provider = provider},
                            tx.now, offer);
    check_documents(tx, quote, offer, gate);
    const auto text = salted_text(quote, offer);
    insert(tx, quote);
    append_version(tx, quote, text);
    mail::notify(tx, quote.client, mail::Template::quote_received, {quote.id.text()});
    return quote;
}

Quote revise(Transaction& tx, const AccountId& provider, const Seen& seen, const Offer& offer,
             const Gate& gate)
{
    auto quote = hold(tx, provider, seen.quote).quote;
    if (quote.provider != provider) throw not_found();
    quote = advanced(quote, Action::revise, Party::provider);
    if (!seen.versions.hold(quote.version)) throw newer_version();
    profiles::require_two_parties(tx, quote.client, provider);
    check_offer(tx, provider, offer, gate);
    check_ready(tx, provider, gate.provider);
    ++quote.version;
    quote = with_offer(quote, tx.now, offer);
    check_documents(tx, quote, offer, gate);
    const auto text = salted_text(quote, offer);
    update(tx, quote);
    append_version(tx, quote, text);
    mail::notify(tx, quote.client, mail::Template::quote_changed, {quote.id.text()});
    return quote;
}

Quote find_for(Transaction& tx, const AccountId& viewer, const QuoteId& id)
{
    auto quote = find(tx, id);
    if (quote.client != viewer && quote.provider != viewer) throw not_found();
    return quote;
}

std::optional<Offer> offer_at(Transaction& tx, const QuoteId& id, std::int64_t version)
{
    const auto text = text_at(tx, id, version);
    return text ? std::optional(offer_in(*text)) : std::nullopt;
}

Quote refuse(Transaction& tx, const AccountId& client, const QuoteId& id)
{
    const auto quote = hold(tx, client, id).quote;
    if (quote.client != client) throw not_found();
    auto refused = closed(tx, quote, Action::refuse, Party::client);
    mail::notify(tx, quote.provider, mail::Template::quote_refused, {id.text()});
    return refused;
}

Quote withdraw(Transaction& tx, const AccountId& provider, const QuoteId& id)
{
    const auto quote = hold(tx, provider, id).quote;
    if (quote.provider != provider) throw not_found();
    auto withdrawn = closed(tx, quote, Action::withdraw, Party::provider);
    mail::notify(tx, quote.client, mail::Template::quote_withdrawn, {id.text()});
    return withdrawn;
}

Accepted accept(Transaction& tx, const AccountId& client, const Seen& seen)
{
    const auto [request, quote] = hold(tx, client, seen.quote);
    if (quote.client != client) throw not_found();
    const auto accepted = advanced(quote, Action::accept, Party::client);
    if (!seen.versions.hold(quote.version)) throw newer_version();
    if (quote.expires_at <= tx.now) {
        throw Refused(Refusal::action_unavailable,
                      {"La validité de ce devis est dépassée.", "This quote's validity is over."});
    }
    const auto text = text_at(tx, quote.id, quote.version);
    check(text.has_value(), "an open quote's author has its keys");
    requests::fulfil(tx, request);
    update(tx, accepted);
    pass_over(tx, quote.request);
    return {accepted, *text};
}

bool expire(Transaction& tx, const QuoteId& id)
{
    const auto quote = lock(tx, id);
    if (quote.state != State::sent || quote.expires_at > tx.now) return false;
    closed(tx, quote, Action::expire, Party::clock);
    mail::notify(tx, quote.client, mail::Template::quote_expired, {id.text()});
    mail::notify(tx, quote.provider, mail::Template::quote_expired, {id.text()});
    return true;
}

void pass_over(Transaction& tx, const RequestId& request)
{
    for (const auto& quote : lock_living(tx, request)) {
        closed(tx, quote, Action::pass_over, Party::client);
        mail::notify(tx, quote.provider, mail::Template::quote_refused, {quote.id.text()});
    }
}

bool has_open_quote(Transaction& tx, const RequestId& request)
{
    return count_living(tx, request) > 0;
}

bool has_open_quote(Transaction& tx, const RequestId& request, const AccountId& provider)
{
    return find_living(tx, request, provider).has_value();
}

} // namespace domain::quotes
