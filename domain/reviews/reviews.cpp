#include "domain/reviews/reviews.hpp"

#include "domain/conversations/conversation_store.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/orders.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/vault/vault.hpp"

namespace domain::reviews {

namespace {

constexpr std::string_view nothing_left = "…";

Refused unavailable(Say detail)
{
    return {Refusal::action_unavailable, std::move(detail)};
}

/// Only a client's published review counts on a page.
void count_on_page(Transaction& tx, const Review& review, int times)
{
    if (review.author_side != Side::client || times == 0) return;
    const auto provider = AccountId::parse(review.target);
    check(provider.has_value(), "a client reviews an account");
    pages::count_rating(tx, *provider, review.rating, times);
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
    Review review{
        .id = ReviewId::fresh(tx.now),
        .order = order_id.text(),
        .author = author,
        .author_side = side,
        .signature = profiles::public_name(profiles::person_of(tx, author)),
        .pseudonym = pseudonym_of(side, tx.vault.signature("review_author", author.text())),
        .target = target.text(),
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
    if (review.target != target.text() || review.state == State::refused) throw not_found();
    if (review.reply) {
        throw unavailable({"Vous avez déjà répondu à cet avis.", "You have answered it before."});
    }
    review.reply = text;
    review.replied_at = tx.now;
    save_reply(tx, review);
    if (review.author) {
        mail::notify(tx, *review.author, mail::Template::review_replied, {id.text()});
    }
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
        save_author(tx, review);
    }
}

std::int64_t forget_author(Transaction& tx, const AccountId& author,
                           const std::vector<std::string>& words)
{
    auto written = lock_of(tx, author);
    for (auto& review : written) {
        review.author.reset();
        review.signature = review.pseudonym;
        review.text = words.empty() ? std::string(nothing_left) : scrubbed(review.text, words);
        save_author(tx, review);
    }
    erase_replies(tx, author);
    return static_cast<std::int64_t>(written.size());
}

} // namespace domain::reviews
