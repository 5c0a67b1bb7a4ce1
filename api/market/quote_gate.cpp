#include "api/market/quote_gate.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "api/people/conditions.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/issuing/gate.hpp"
#include "invoicing/issuing/mandates.hpp"
#include "invoicing/issuing/sides.hpp"
#include "invoicing/law/vat.hpp"

namespace api::market {

using namespace domain;

namespace {

std::vector<FieldError> wrong_on_invoices(const quotes::Offer& offer)
{
    auto why = invoicing::law::uncovered(offer.service_category, offer.performed_in);
    if (!why) return {};
    return {{"performed_in", *std::move(why)}};
}

/// The client as far as it is known when a quote is sent.
struct Known {
    payees::BillingIdentity identity;
    bool has_place = true;   // else its VAT cannot be told, and somebody next door stands in
    bool is_complete = true; // else acceptance asks for the rest
};

Known known_client(Transaction& tx, const policy::Policy& policy, const AccountId& client,
                   const payees::BillingIdentity& provider)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, client));
    const bool has_place = !profile.contact.address.country.text().empty();
    const bool is_complete =
        payees::missing_for(profile, policy, policy::Step::quote_acceptance).empty();
    auto identity = has_place ? payees::identity_in(profile) : provider;
    if (!has_place) identity.is_company = false;
    return {std::move(identity), has_place, is_complete};
}

FieldError of_the_client()
{
    return {
        "client",
        {"Les informations de ce client ne permettent pas encore de lui écrire une facture ; sa "
         "demande lui dit pourquoi.",
         "This client's details do not allow an invoice yet; its request tells it why."}};
}

FieldError of_the_marketplace()
{
    return {"marketplace",
            {"La place de marché doit d'abord corriger ses propres informations ; vous n'avez rien "
             "à faire.",
             "The marketplace has to mend its own details first; there is nothing for you to do."}};
}

/// Tells the provider what it can mend, and of the rest only whose it is.
void sort_in(quotes::Unwritable& all, FieldError complaint, const Known& client)
{
    using invoicing::issuing::Side;
    const bool is_vat_case = complaint.field == "vat"; // the provider's own half has passed
    switch (is_vat_case ? Side::client : invoicing::issuing::side_of(complaint.field)) {
    case Side::offer:
        if (client.has_place || !complaint.field.ends_with(".vat_rate"))
            all.in_offer.push_back(std::move(complaint));
        return;
    case Side::provider: all.beyond.push_back(std::move(complaint)); return;
    case Side::client:
        if (is_vat_case || client.is_complete) all.beyond.push_back(of_the_client());
        return;
    case Side::us: all.beyond.push_back(of_the_marketplace()); return;
    }
}

/// The evidence that an acceptance today would freeze.
orders::Evidence expected(const quotes::Quote& quote, const quotes::Offer& offer,
                          const Platform& platform, Instant now)
{
    return {.order = OrderId::fresh(now),
            .quote = quote.id,
            .quote_version = quote.version,
            .client_id = quote.client,
            .provider_id = quote.provider,
            .offer = offer,
            .commission =
                orders::commission_on(quote.net, platform.commission_rate, platform.commission_vat),
            .accepted_at = now};
}

FieldError no_words_by_then()
{
    return {"delivery_day",
            {"La loi change avant ce jour, et les mentions de la facture n'y sont pas encore "
             "connues : choisissez une livraison plus proche.",
             "The law changes before that day, and what an invoice has to say then is not known "
             "yet: choose an earlier delivery."}};
}

/// If documents were written today, and on the day that the delivery is agreed for: the law may ask
/// for other words by then, and whoever is told yes is not told no later for what was known.
std::vector<FieldError> wrong_with(Transaction& tx, const orders::Evidence& evidence,
                                   const Platform& platform)
{
    const auto today = day_in_paris(tx.now);
    const auto mandate = invoicing::issuing::mandate_of(tx, evidence.provider_id, today);
    const auto wrong_on = [&](Day day) {
        return invoicing::issuing::missing_mentions(
            invoicing::issuing::agreed_order(evidence, mandate, platform, day), day);
    };
    auto wrong = wrong_on(today);
    const auto delivery = evidence.offer.delivery_day;
    const auto is_known = [&](const FieldError& later) {
        return std::ranges::find(wrong, later.field, &FieldError::field) != wrong.end();
    };
    if (delivery > today && !std::ranges::all_of(wrong_on(delivery), is_known))
        wrong.push_back(no_words_by_then());
    return wrong;
}

/// Each reason once: one line of general words is enough.
void drop_repetitions(std::vector<FieldError>& errors)
{
    std::set<std::string> seen;
    std::erase_if(errors, [&](const FieldError& one) { return !seen.insert(one.field).second; });
}

quotes::Unwritable unwritable(const App& app, Transaction& tx, const quotes::Quote& quote,
                              const quotes::Offer& offer)
{
    auto evidence = expected(quote, offer, app.platform, tx.now);
    evidence.provider = payees::billing_identity(tx, quote.provider);
    auto client = known_client(tx, app.policy, quote.client, evidence.provider);
    evidence.client = client.identity;
    quotes::Unwritable all;
    for (auto& complaint : wrong_with(tx, evidence, app.platform))
        sort_in(all, std::move(complaint), client);
    drop_repetitions(all.beyond);
    return all;
}

} // namespace

quotes::Gate sending_gate(const App& app)
{
    return {people::conditions(app), wrong_on_invoices,
            [&app](Transaction& tx, const quotes::Quote& quote, const quotes::Offer& offer) {
                return unwritable(app, tx, quote, offer);
            }};
}

orders::QuoteGate quote_gate(const App& app)
{
    return [&platform = app.platform](Transaction& tx, const orders::Evidence& evidence) {
        return wrong_with(tx, evidence, platform);
    };
}

} // namespace api::market
