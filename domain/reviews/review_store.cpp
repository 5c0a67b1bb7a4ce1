#include "domain/reviews/review_store.hpp"

#include <limits>

#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace domain::reviews {

namespace {

/// A row exactly as the database spells it; to_review() makes it trustworthy.
struct Row {
    std::string id, order, side, signature, pseudonym, experienced_on, state;
    std::optional<AccountId> author, target;
    std::optional<std::string> text, reply;
    int rating = 0;
    Instant published_at;
    std::optional<Instant> replied_at;

    auto fields()
    {
        return std::tie(id, order, author, side, signature, pseudonym, target, rating, text,
                        experienced_on, published_at, state, reply, replied_at);
    }
};

Review to_review(const Row& row)
{
    const auto id = ReviewId::parse(row.id);
    const auto side = parse_side(row.side);
    const auto state = lifecycle.states.parse(row.state);
    check(id && side && state, "a stored review is one");
    return {*id,           row.order,          row.author,       *side,
            row.signature, row.pseudonym,      row.target,       row.rating,
            row.text,      row.experienced_on, row.published_at, *state,
            row.reply,     row.replied_at};
}

/// The reviews that `choice` names: what follows WHERE.
template <typename... Args>
std::vector<Review> matching(Transaction& tx, std::string_view choice, const Args&... args)
{
    auto sql = std::string(R"(
        SELECT id, order_id, author_id, author_side, signature, pseudonym, target_id, rating,
               text, experienced_on, published_at, state, reply, replied_at
          FROM reviews
         WHERE )")
                   .append(choice);
    const auto rows = tx.all<Row>(sql, args...);
    std::vector<Review> reviews;
    reviews.reserve(rows.size());
    for (const auto& row : rows)
        reviews.push_back(to_review(row));
    return reviews;
}

Review the_only(std::vector<Review> found)
{
    if (found.empty()) throw not_found();
    return std::move(found.front());
}

std::vector<Review> most_recent(Transaction& tx, const AccountId& target, Side by,
                                const Place& after, int most)
{
    return matching(tx, R"(target_id = :target AND author_side = :by AND state = :published
           AND (published_at, id) < (:at, :id)
         ORDER BY published_at DESC, id DESC
         LIMIT :most)",
                    target, name(by), storage::written<State::published>, after.published_at,
                    after.id, most);
}

std::vector<Review> highest(Transaction& tx, const AccountId& target, Side by, const Place& after,
                            int most)
{
    return matching(tx, R"(target_id = :target AND author_side = :by AND state = :published
           AND (rating, published_at, id) < (:rating, :at, :id)
         ORDER BY rating DESC, published_at DESC, id DESC
         LIMIT :most)",
                    target, name(by), storage::written<State::published>, after.rating,
                    after.published_at, after.id, most);
}

std::vector<Review> lowest(Transaction& tx, const AccountId& target, Side by, const Place& after,
                           int most)
{
    return matching(tx, R"(target_id = :target AND author_side = :by AND state = :published
           AND (-rating, published_at, id) < (:rating, :at, :id)
         ORDER BY -rating DESC, published_at DESC, id DESC
         LIMIT :most)",
                    target, name(by), storage::written<State::published>, -after.rating,
                    after.published_at, after.id, most);
}

} // namespace

std::string_view name(Sort sort)
{
    switch (sort) {
    case Sort::recent: return "recent";
    case Sort::highest: return "highest";
    case Sort::lowest: return "lowest";
    }
    return "unknown";
}

std::optional<Sort> parse_sort(std::string_view text)
{
    return named<Sort>(text);
}

bool insert(Transaction& tx, const Review& review)
{
    return tx.run(R"(
        INSERT INTO reviews (id, order_id, author_id, author_side, signature, pseudonym, target_kind,
                             target_id, origin, rating, text, experienced_on, published_at, state)
        VALUES (:id, :order, :author, :side, :signature, :pseudonym, 'account',
                :target, 'personal', :rating, :text, :experienced, :at, :state)
        ON CONFLICT (order_id, author_side) DO NOTHING)",
                  review.id, review.order, review.author, name(review.author_side),
                  review.signature, review.pseudonym, review.target, review.rating, review.text,
                  review.experienced_on, review.published_at, name(review.state)) == 1;
}

Review find(Transaction& tx, const ReviewId& id)
{
    return the_only(matching(tx, "id = :id", id));
}

Review find_locked(Transaction& tx, const ReviewId& id)
{
    return the_only(matching(tx, "id = :id FOR UPDATE", id));
}

void save_state(Transaction& tx, const Review& review)
{
    tx.run("UPDATE reviews SET state = :state WHERE id = :id", name(review.state), review.id);
}

void save_reply(Transaction& tx, const Review& review)
{
    tx.run("UPDATE reviews SET reply = :reply, replied_at = :at WHERE id = :id", review.reply,
           review.replied_at, review.id);
}

std::vector<Review> list_published(Transaction& tx, const AccountId& target, Side by,
                                   const Listing& listing)
{
    constexpr auto end_of_time = std::numeric_limits<std::int64_t>::max();
    const bool upwards = listing.sort == Sort::lowest;
    const Place start{upwards ? 0 : rating_max + 1, instant_of(end_of_time), ""};
    const auto after = listing.after.value_or(start);
    switch (listing.sort) {
    case Sort::recent: return most_recent(tx, target, by, after, listing.most);
    case Sort::highest: return highest(tx, target, by, after, listing.most);
    case Sort::lowest: return lowest(tx, target, by, after, listing.most);
    }
    return {};
}

std::vector<Review> list_of(Transaction& tx, const AccountId& account, Role role,
                            const std::string& before, int most)
{
    const auto from = before.empty() ? "rev_" + std::string(26, 'z') : before;
    if (role == Role::author) {
        return matching(tx, R"(author_id = :account AND id < :before
         ORDER BY id DESC
         LIMIT :most)",
                        account, from, most);
    }
    return matching(tx, R"(target_id = :account AND id < :before AND state <> :refused
         ORDER BY id DESC
         LIMIT :most)",
                    account, from, storage::written<State::refused>, most);
}

std::vector<Review> lock_of(Transaction& tx, const AccountId& author)
{
    return matching(tx, "author_id = :author ORDER BY id FOR UPDATE", author);
}

std::vector<Review> lock_bound_to(Transaction& tx, const AccountId& account)
{
    return matching(tx, "(author_id = :account OR target_id = :account) ORDER BY id FOR UPDATE",
                    account);
}

std::vector<Review> lock_around(Transaction& tx, const AccountId& account)
{
    constexpr std::string_view acquainted = R"( IN (
        SELECT theirs.account_id
          FROM conversation_participants own
          JOIN conversation_participants theirs
            ON theirs.conversation_id = own.conversation_id
         WHERE own.account_id = :account))";
    const auto choice = std::string("(author_id")
                            .append(acquainted)
                            .append(" OR target_id")
                            .append(acquainted)
                            .append(") ORDER BY id FOR UPDATE");
    return matching(tx, choice, account);
}

void save_words(Transaction& tx, const Review& review)
{
    tx.run(R"(
        UPDATE reviews
           SET author_id = :author, signature = :signature, target_id = :target, text = :text,
               reply = :reply, replied_at = :replied
         WHERE id = :id)",
           review.author, review.signature, review.target, review.text, review.reply,
           review.replied_at, review.id);
}

Tally tally(Transaction& tx, const AccountId& target, Side by)
{
    return tx.one<Tally>(R"(
        SELECT COUNT(*), CAST(COALESCE(SUM(rating), 0) AS BIGINT)
          FROM reviews
         WHERE target_id = :target AND author_side = :by AND state = :published)",
                         target, name(by), storage::written<State::published>);
}

namespace {

struct Given {
    std::int64_t rating = 0, times = 0;
    auto fields() { return std::tie(rating, times); }
};

} // namespace

Spread spread(Transaction& tx, const AccountId& target, Side by)
{
    Spread all{};
    for (const auto& given : tx.all<Given>(R"(
        SELECT rating, COUNT(*)
          FROM reviews
         WHERE target_id = :target AND author_side = :by AND state = :published
         GROUP BY rating)",
                                           target, name(by), storage::written<State::published>))
        all.at(static_cast<std::size_t>(given.rating - rating_min)) = given.times;
    return all;
}

} // namespace domain::reviews
