#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/reviews/review.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::reviews {

/// False, and nothing written, when this side has reviewed this order before.
bool insert(Transaction& tx, const Review& review);

/// The review, for staff; not_found when there is none.
Review find(Transaction& tx, const ReviewId& id);

/// The review, its row locked until the commit; not_found when there is none.
Review find_locked(Transaction& tx, const ReviewId& id);

void save_state(Transaction& tx, const Review& review);
void save_reply(Transaction& tx, const Review& review);

/// Every review by `author`, locked until the commit; every one by or about `account`, likewise;
/// every one by or about whoever once shared a conversation with `account`, likewise.
std::vector<Review> lock_of(Transaction& tx, const AccountId& author);
std::vector<Review> lock_around(Transaction& tx, const AccountId& account);
std::vector<Review> lock_bound_to(Transaction& tx, const AccountId& account);

/// What changes when somebody leaves or is renamed: author, signature, reviewed account, text,
/// reply.
void save_words(Transaction& tx, const Review& review);

/// How a list of published reviews may be sorted. Ties: the more recent first.
enum class Sort : std::uint8_t { recent, highest, lowest };
std::string_view name(Sort sort);
std::optional<Sort> parse_sort(std::string_view text);

/// Where a page ended.
struct Place {
    int rating = 0;
    Instant published_at;
    std::string id;
};

/// A page: at most `most`, from the beginning or after `after`.
struct Listing {
    Sort sort = Sort::recent;
    std::optional<Place> after;
    int most = 0;
};

/// Published reviews of `target` by the other side `by`.
std::vector<Review> list_published(Transaction& tx, const AccountId& target, Side by,
                                   const Listing& listing);

/// What `account` gave, whatever became of it, or received and was not refused; the latest
/// first, before the id `before`.
enum class Role : std::uint8_t { author, target };
std::vector<Review> list_of(Transaction& tx, const AccountId& account, Role role,
                            const std::string& before, int most);

/// Published reviews of `target` by `by`: how many, and the sum of their ratings.
struct Tally {
    std::int64_t count = 0, sum = 0;
    auto fields() { return std::tie(count, sum); }
};
Tally tally(Transaction& tx, const AccountId& target, Side by);

/// How many published reviews of `target` by `by` gave each rating, rating_min first.
using Spread = std::array<std::int64_t, rating_max>;
Spread spread(Transaction& tx, const AccountId& target, Side by);

} // namespace domain::reviews
