#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/quotes/quote.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::quotes {

void insert(Transaction& tx, const Quote& quote);

/// Writes state, version, amounts and dates.
void update(Transaction& tx, const Quote& quote);

/// The quote, or not_found. `lock` holds it until the end of the unit of work, after its
/// request (the order of locks is in database.hpp).
Quote find(Transaction& tx, const QuoteId& id);
Quote lock(Transaction& tx, const QuoteId& id);

/// The provider's answer to this request that is still open, if there is one.
std::optional<Quote> find_living(Transaction& tx, const RequestId& request,
                                 const AccountId& provider);

/// How many answers to this request are still open.
std::int64_t count_living(Transaction& tx, const RequestId& request);

/// Whether `provider` has an answer to anybody that is still open.
bool has_living(Transaction& tx, const AccountId& provider);

/// A request's quotes, oldest first: all of them, or the ones that are still open, held.
std::vector<Quote> of_request(Transaction& tx, const RequestId& request);
std::vector<Quote> lock_living(Transaction& tx, const RequestId& request);

/// Quotes that `account` sent or received, newest first, before the cursor `after`.
std::vector<Quote> page_for(Transaction& tx, const AccountId& account, std::string_view after,
                            int most);

/// Open quotes whose validity is over.
std::vector<QuoteId> overdue(Transaction& tx, int most);

/// That a version was sent, when, and the hash of its text.
struct Version {
    std::int64_t version = 1;
    std::string text_sha256;
    Instant sent_at{};
    auto fields() { return std::tie(version, text_sha256, sent_at); }
};

/// Seals and appends the text of `quote`'s version under its provider's key.
void append_version(Transaction& tx, const Quote& quote, std::string_view text);

/// The exact text; nothing when its author's key was destroyed.
std::optional<std::string> text_at(Transaction& tx, const QuoteId& id, std::int64_t version);
std::vector<Version> versions_of(Transaction& tx, const QuoteId& id);

} // namespace domain::quotes
