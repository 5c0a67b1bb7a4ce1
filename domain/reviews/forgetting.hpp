#pragma once

#include <optional>

#include "domain/forgetting/closure.hpp"
#include "domain/scrubbing/spellings.hpp"

namespace domain::reviews {

/// What somebody wrote of others stays, under a pseudonym; what others wrote of each other stays
/// without its name.
forgetting::Eraser eraser();

/// What others wrote of somebody goes; the stars stay.
forgetting::Eraser received_eraser();

/// The author's reviews are signed by their pseudonyms, ratings and averages unchanged, and nobody
/// replies to them any more. What `own` says leaves their texts and the replies of others, which go
/// wholly when there is none: nobody knows then what would have to.
void forget_author(Transaction& tx, const AccountId& author,
                   const std::optional<scrubbing::Spellings>& own);

/// The reviews by and about whoever once talked with `account`, and the replies to them, lose what
/// `own` says.
void forget_mentions(Transaction& tx, const AccountId& account, const scrubbing::Spellings& own);

/// The reviews about an account lose it, their texts and what it replied.
void forget_reviewed(Transaction& tx, const AccountId& account);

} // namespace domain::reviews
