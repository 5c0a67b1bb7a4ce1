#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/seen_versions.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/quotes/quote.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::quotes {

/// Why no invoice could be written for this offer, whoever the client, by fields of it.
using OfferPort = std::function<std::vector<FieldError>(const Offer&)>;

/// Why the documents of an offer to its client could not be written.
struct Unwritable {
    std::vector<FieldError> in_offer; // by fields of the offer
    std::vector<FieldError> beyond;   // not of the offer; nothing of the client's own is told
};
using DocumentsPort = std::function<Unwritable(Transaction&, const Quote&, const Offer&)>;

/// Whom to ask, before a quote is sent, whether what it leads to can be paid and invoiced.
struct Gate {
    payees::Conditions provider;
    OfferPort offer;
    DocumentsPort documents;
};

/// A provider answers a request it was sent. Refused while the provider cannot be paid or
/// invoiced (the refusal names what is missing) or the offer cannot be, to this client as it is
/// known by then, when it has become the
/// client's own account under another name, and when it has an open quote already: revise() that
/// one.
Quote send(Transaction& tx, const AccountId& provider, const RequestId& request, const Offer& offer,
           const Gate& gate);

/// Which version of a quote somebody has read and means.
struct Seen {
    QuoteId quote;
    SeenVersions versions;
};

/// Replaces the offer by a new version; refused (412) when the provider has seen an older one.
Quote revise(Transaction& tx, const AccountId& provider, const Seen& seen, const Offer& offer,
             const Gate& gate);

/// The only door to a quote: its client and its provider; not_found for everybody else.
Quote find_for(Transaction& tx, const AccountId& viewer, const QuoteId& id);

/// The offer of one version; nothing when its author is gone.
std::optional<Offer> offer_at(Transaction& tx, const QuoteId& id, std::int64_t version);

Quote refuse(Transaction& tx, const AccountId& client, const QuoteId& id);
Quote withdraw(Transaction& tx, const AccountId& provider, const QuoteId& id);

/// The client accepts the version it has seen, no other; the request's other open quotes are passed
/// over. Locks the request, then the quote. What follows from it is orders::accept().
struct Accepted {
    Quote quote;
    std::string text; // exact, as agreed
};
Accepted accept(Transaction& tx, const AccountId& client, const Seen& seen);

/// Closes a quote whose validity is over; false when there is nothing to do.
bool expire(Transaction& tx, const QuoteId& id);

/// Passes over the request's open quotes. The caller holds the request.
void pass_over(Transaction& tx, const RequestId& request);

bool has_open_quote(Transaction& tx, const RequestId& request);
bool has_open_quote(Transaction& tx, const RequestId& request, const AccountId& provider);

} // namespace domain::quotes
