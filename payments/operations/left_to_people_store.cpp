#include "payments/operations/left_to_people_store.hpp"

#include <algorithm>

#include "domain/accounts/account_store.hpp"
#include "payments/gateway/result_codes.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::operations {

namespace {

using domain::storage::written;

constexpr std::array shown_to_people = {State::manual_review, State::doubled};
constexpr std::array claims = {Kind::refund, Kind::payout};
constexpr std::array unpaid = {State::failed, State::returned};
constexpr int batch = 200;

/// Those in the states that people end, and unpaid ones whose claim no other has taken over or
/// met. Which of these wait for people, reason_of() says.
std::vector<MoneyOperationId> candidates(Transaction& tx, const std::string& after)
{
    return tx.all<MoneyOperationId>(R"(
        SELECT o.id
          FROM money_operations o
         WHERE o.id > :after
           AND (o.state IN (:shown)
                OR (o.state IN (:unpaid) AND o.kind IN (:claims)
                    AND NOT EXISTS (SELECT 1
                                      FROM money_operations other
                                     WHERE other.account_id = o.account_id AND other.kind = o.kind
                                       AND ((other.intent = o.intent AND other.id <> o.id
                                             AND (other.id > o.id OR other.state IN (:carried_out)))
                                            OR (o.kind = :payout AND other.id > o.id
                                                AND other.created_at >= o.settled_at)))))
         ORDER BY o.id
         LIMIT :most)",
                                    after, written<shown_to_people>, written<unpaid>,
                                    written<claims>, written<carried_out>, written<Kind::payout>,
                                    batch);
}

/// Whether it waits for another bank account of somebody who leaves, or has left: who has died
/// gives none, and who is gone cannot.
bool waits_for_the_gone(Transaction& tx, const Operation& operation)
{
    const bool is_unpaid = std::ranges::find(unpaid, operation.state) != unpaid.end();
    if (operation.plan.kind != Kind::payout || !is_unpaid) return false;
    if (explain(operation.result_code).again != Again::fixed) return false;
    const auto owner = domain::accounts::maybe_find(tx, operation.plan.account_id);
    return !owner || owner->state != domain::accounts::AccountState::active;
}

std::optional<Why> reason_of(Transaction& tx, const Operation& operation)
{
    if (operation.state == State::manual_review) return Why::in_review;
    if (operation.state == State::doubled) return Why::doubled;
    if (waits_for_the_gone(tx, operation)) return Why::payout_refused;
    if (!is_refused_for_good(operation)) return {};
    return operation.plan.kind == Kind::refund ? Why::refund_refused : Why::payout_refused;
}

/// When it first came into the state it is in.
domain::Instant since(Transaction& tx, const Operation& operation)
{
    const auto at = tx.maybe<domain::Instant>(R"(
        SELECT at
          FROM money_operation_steps
         WHERE operation_id = :id AND to_state = :state
         ORDER BY id
         LIMIT 1)",
                                              operation.id, name(operation.state));
    return at.value_or(operation.created_at);
}

std::optional<LeftToPeople> looked_at(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = find(tx, id);
    const auto why = reason_of(tx, operation);
    if (!why) return {};
    const auto at = since(tx, operation);
    return LeftToPeople{std::move(operation), *why, at};
}

} // namespace

std::vector<LeftToPeople> left_to_people(Transaction& tx, const std::string& after, int most)
{
    std::vector<LeftToPeople> found;
    auto cursor = after;
    while (true) {
        const auto ids = candidates(tx, cursor);
        for (const auto& id : ids) {
            if (auto one = looked_at(tx, id)) found.push_back(std::move(*one));
            if (std::ssize(found) == most) return found;
        }
        if (std::ssize(ids) < batch) return found;
        cursor = ids.back().text();
    }
}

std::vector<LeftToPeople> refused_claims_of(Transaction& tx, const AccountId& account)
{
    std::vector<LeftToPeople> found;
    for (const auto& id :
         tx.all<MoneyOperationId>(R"(
             SELECT id
               FROM money_operations
              WHERE account_id = :account AND state = :failed AND kind IN (:claims)
              ORDER BY id)",
                                  account, written<State::failed>, written<claims>)) {
        auto one = looked_at(tx, id);
        const bool is_claim = one && is_refused_for_good(one->operation);
        if (is_claim && is_latest(tx, one->operation)) found.push_back(std::move(*one));
    }
    return found;
}

std::optional<Why> why_left(Transaction& tx, const MoneyOperationId& id)
{
    const auto operation = find(tx, id);
    const bool is_unpaid = std::ranges::find(unpaid, operation.state) != unpaid.end();
    if (is_unpaid && !is_latest(tx, operation)) return {};
    return reason_of(tx, operation);
}

bool has_successor(Transaction& tx, const Operation& abandoned)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operations o
          JOIN money_operations other ON other.account_id = o.account_id AND other.kind = o.kind
                                     AND other.id <> o.id
         WHERE o.id = :id AND other.state NOT IN (:replaceable)
           AND (other.intent = o.intent
                OR (o.kind = :payout AND other.id > o.id AND other.created_at >= o.settled_at)))",
                                abandoned.id, written<replaceable>, written<Kind::payout>) > 0;
}

bool has_happened(Transaction& tx, std::string_view intent)
{
    return tx.one<std::int64_t>(
               "SELECT COUNT(*) FROM money_operations WHERE intent = :intent AND state IN (:done)",
               intent, written<carried_out>) > 0;
}

bool is_latest(Transaction& tx, const Operation& left_unpaid)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operations o
          JOIN money_operations other ON other.account_id = o.account_id AND other.kind = o.kind
                                     AND other.id <> o.id
         WHERE o.id = :id
           AND ((other.intent = o.intent AND (other.id > o.id OR other.state IN (:carried_out)))
                OR (o.kind = :payout AND other.id > o.id AND other.created_at >= o.settled_at)))",
                                left_unpaid.id, written<carried_out>, written<Kind::payout>) == 0;
}

} // namespace payments::operations
