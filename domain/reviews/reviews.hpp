#pragma once

#include "domain/reviews/review_store.hpp"

namespace domain::reviews {

/// Publishes `author`'s review of the other side of a validated order, at once. The page's
/// average counts it in the same unit of work. Refuses not_found to whoever is no party to
/// the order, action_unavailable before its validation, the second time, and once the other side
/// has left.
struct Draft {
    int rating = 0;
    std::string text;
};
Review publish(Transaction& tx, const AccountId& author, const OrderId& order, const Draft& draft);

/// The reviewed account's answer, given once. Refuses action_unavailable once the author has left:
/// whoever could take its name out of the answer does not know it any more.
Review reply(Transaction& tx, const AccountId& target, const ReviewId& id, const std::string& text);

/// Carries staff's decision out on a locked review; the page's average follows in the same
/// unit of work. Refuses action_unavailable what the lifecycle does not allow.
Review decided(Transaction& tx, Review review, Decision decision);

/// The review as one of its two sides may see it; not_found for anybody else.
Review find_for(Transaction& tx, const AccountId& viewer, const ReviewId& id);

/// What providers wrote about a client, for a provider who got a request from that client;
/// not_found for anybody else.
std::vector<Review> list_of_client(Transaction& tx, const AccountId& viewer,
                                   const AccountId& client, const std::optional<Place>& after,
                                   int most);

/// The author's name was corrected: its reviews are signed with the new one.
void sign_again(Transaction& tx, const AccountId& author);

} // namespace domain::reviews
