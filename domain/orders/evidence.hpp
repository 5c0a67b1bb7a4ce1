#pragma once

#include <optional>
#include <string>

#include "domain/accounts/origin.hpp"
#include "domain/payees/billing.hpp"
#include "domain/platform/platform.hpp"
#include "domain/quotes/quote.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// The platform's price for one order (design: rate × net, half-up, and its VAT).
struct Commission {
    BasisPoints rate{};
    BasisPoints vat_rate{};
    Money net = eur(0);
    Money vat = eur(0);

    Money gross() const { return net + vat; }
};

Commission commission_on(Money net, BasisPoints rate, BasisPoints vat_rate);

/// Which text of terms the client had accepted by then.
struct TermsAccepted {
    std::string version, text_sha256;
    Instant accepted_at{};
};

/// What was agreed, frozen when the client accepted: parties, text, VAT, commission, and what
/// proves it. Kept ten years (C. conso. L213-1, C. com. L123-22).
struct Evidence {
    OrderId order;
    QuoteId quote;
    std::int64_t quote_version = 1;
    AccountId client_id;
    AccountId provider_id;
    payees::BillingIdentity client{};
    payees::BillingIdentity provider{};
    std::string quote_text{};   // exact, with its salt
    std::string quote_sha256{}; // of quote_text
    quotes::Offer offer{};      // what quote_text says
    Commission commission{};
    Instant accepted_at{};
    accounts::ConnectionOrigin accepted_from{};
    std::optional<TermsAccepted> terms{};
};

/// Seals and appends the evidence under the order's own key, with a salted hash.
void record(Transaction& tx, const Evidence& evidence);

/// The evidence of an order; a Bug when there is none or its key was destroyed.
Evidence evidence(Transaction& tx, const OrderId& order);

/// The same, or nothing once its time is over.
std::optional<Evidence> maybe_evidence(Transaction& tx, const OrderId& order);

} // namespace domain::orders
