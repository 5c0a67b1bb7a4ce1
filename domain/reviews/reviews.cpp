#include "domain/reviews/reviews.hpp"

#include <algorithm>

#include "domain/accounts/account_store.hpp"
#include "domain/conversations/conversation_store.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/orders.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/vault/vault.hpp"

namespace domain::reviews {

namespace {

Refused unavailable(Say detail)
{
    return {Refusal::action_unavailable, std::move(detail)};
}

/// Only a client's published review counts on a page; of somebody gone there is none.
void count_on_page(Transaction& tx, const Review& review, int times)
{
    if (review.author_side != Side::client || !review.target || times == 0) return;
    pages::count_rating(tx, *review.target, review.rating, times);
}

/// When the service was experienced to its end; nothing while that has not been established.
/// A contestation that ended in a partial refund is an experience too.
std::optional<Instant> experience_of(const orders::Order& order)
{
    using orders::State;
    const bool is_over = order.state == State::validated || order.state == State::released ||
                         order.state == State::partly_refunded;
    if (!is_over) return {};
    return order.validated_at ? order.validated_at : order.delivered_at;
}

/// Holds both sides until the commit: nobody leaves while it is written about.
void require_both_there(Transaction& tx, const AccountId& author, const AccountId& target)
{
    const auto& [first, second] = std::minmax(author, target);
    for (const auto& id : {first, second}) {
        const bool is_there = accounts::maybe_find(tx, id) &&
                              accounts::lock(tx, id).state != accounts::AccountState::closed;
        if (is_there) continue;
        throw unavailable({"L'une des deux parties a quitté la plateforme : un avis n'est plus "
                           "possible.",
                           "One of the two sides has left: a review is no longer possible."});
    }
}

/// Each side signs otherwise, so that nobody can tell that one account is behind both.
std::string pseudonym_for(Transaction& tx, Side side, const AccountId& author)
{
    const auto signer = std::string(name(side)) + " " + author.text();
    return pseudonym_of(side, tx.vault.signature("review_author", signer));
}

bool is_shown(const Review& review)
{
    return review.state == State::published;
}

} // namespace

Review publish(Transaction& tx, const AccountId& author, const OrderId& order_id,
               const Draft& draft)
{
    const auto order = orders::find_for(tx, author, order_id);
    const auto experienced_at = experience_of(order);
    if (!experienced_at) {
        throw unavailable({"Un avis se donne une fois la commande validée.",
                           "A review is given once the order is validated."});
    }
    const auto side = author == order.client ? Side::client : Side::provider;
    const auto& target = side == Side::client ? order.provider : order.client;
    require_both_there(tx, author, target);
    Review review{
        .id = ReviewId::fresh(tx.now),
        .order = order_id.text(),
        .author = author,
        .author_side = side,
        .signature = profiles::public_name(profiles::person_of(tx, author)),
        .pseudonym = pseudonym_for(tx, side, author),
        .target = target,
        .rating = draft.rating,
        .text = draft.text,
        .experienced_on = to_text(day_in_paris(*experienced_at)),
        .published_at = tx.now,
    };
    if (!insert(tx, review)) {
        throw unavailable({"Vous avez déjà donné votre avis sur cette commande.",
                           "You have reviewed this order before."});
    }
    count_on_page(tx, review, 1);
    mail::notify(tx, target, mail::Template::review_received, {review.id.text()});
    return review;
}

Review reply(Transaction& tx, const AccountId& target, const ReviewId& id, const std::string& text)
{
    auto review = find_locked(tx, id);
    if (review.target != target || review.state == State::refused) throw not_found();
    if (review.reply) {
        throw unavailable({"Vous avez déjà répondu à cet avis.", "You have answered it before."});
    }
    if (!review.author) {
        throw unavailable({"Son auteur a quitté la plateforme : on ne répond plus à cet avis.",
                           "Its author has left: this review is no longer answered."});
    }
    review.reply = text;
    review.replied_at = tx.now;
    save_reply(tx, review);
    mail::notify(tx, *review.author, mail::Template::review_replied, {id.text()});
    return review;
}

Review decided(Transaction& tx, Review review, Decision decision)
{
    const auto to = lifecycle.next(review.state, decision, Party::staff);
    if (!to) {
        throw unavailable({"Cette décision n'est pas possible dans l'état actuel de l'avis.",
                           "This decision is not possible in the review's present state."});
    }
    const bool was_shown = is_shown(review);
    review.state = *to;
    save_state(tx, review);
    count_on_page(tx, review, int{is_shown(review)} - int{was_shown});
    return review;
}

Review find_for(Transaction& tx, const AccountId& viewer, const ReviewId& id)
{
    auto review = find(tx, id);
    if (review.author != viewer && review.target != viewer) throw not_found();
    return review;
}

std::vector<Review> list_of_client(Transaction& tx, const AccountId& viewer,
                                   const AccountId& client, const std::optional<Place>& after,
                                   int most)
{
    if (!conversations::has_asked(tx, client, viewer)) throw not_found();
    return list_published(tx, client, Side::provider, {Sort::recent, after, most});
}

void sign_again(Transaction& tx, const AccountId& author)
{
    const auto name = profiles::public_name(profiles::person_of(tx, author));
    for (auto& review : lock_of(tx, author)) {
        review.signature = name;
        save_words(tx, review);
    }
}

} // namespace domain::reviews
