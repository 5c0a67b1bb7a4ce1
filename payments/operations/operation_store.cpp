#include "payments/operations/operation_store.hpp"

#include "domain/core/crypto.hpp"

namespace payments::operations {

namespace {

using domain::Instant;
using domain::stored;

/// A row exactly as the database spells it.
struct Row {
    MoneyOperationId id = domain::storage::unread;
    std::string kind, state, intent, idempotency_key;
    AccountId account_id = domain::storage::unread;
    std::string role;
    std::optional<OrderId> order_id;
    std::int64_t amount_minor = 0, fees_minor = 0;
    UserId author_id;
    WalletId debited_wallet_id, credited_wallet_id;
    std::string target_id, return_url;
    std::optional<ResourceId> resource_id;
    std::string result_code, redirect_url;
    std::int64_t attempts = 0;
    std::optional<Instant> first_sent_at;
    Instant due_at, created_at;
    std::int64_t version = 0;

    auto fields()
    {
        return std::tie(id, kind, state, intent, idempotency_key, account_id, role, order_id,
                        amount_minor, fees_minor, author_id, debited_wallet_id, credited_wallet_id,
                        target_id, return_url, resource_id, result_code, redirect_url, attempts,
                        first_sent_at, due_at, created_at, version);
    }
};

std::string text_of(const Target& target)
{
    return std::visit(
        []<typename Id>(const Id& id) -> std::string {
            if constexpr (std::is_same_v<Id, std::monostate>) {
                return {};
            } else {
                return id.text();
            }
        },
        target);
}

Target target_of(Kind kind, std::string text)
{
    switch (kind) {
    case Kind::pay_in: return UserId(std::move(text));
    case Kind::transfer: return stored(AccountId::parse(text));
    case Kind::refund: return PayInId(std::move(text));
    case Kind::payout: return RecipientId(std::move(text));
    case Kind::user:
    case Kind::wallet:
    case Kind::verification:
    case Kind::recipient: break;
    }
    return {};
}

Operation to_operation(Row row)
{
    const auto kind = stored(parse_kind(row.kind));
    Plan plan{kind,
              std::move(row.intent),
              std::move(row.account_id),
              stored(parse_role(row.role)),
              std::move(row.order_id),
              domain::eur(row.amount_minor),
              domain::eur(row.fees_minor),
              std::move(row.author_id),
              std::move(row.debited_wallet_id),
              std::move(row.credited_wallet_id),
              target_of(kind, std::move(row.target_id)),
              std::move(row.return_url)};
    return {std::move(row.id),
            stored(lifecycle.states.parse(row.state)),
            std::move(row.idempotency_key),
            std::move(plan),
            row.resource_id.value_or(ResourceId()),
            std::move(row.result_code),
            std::move(row.redirect_url),
            row.attempts,
            row.first_sent_at,
            row.due_at,
            row.created_at,
            row.version};
}

std::optional<Operation> to_operation(std::optional<Row> row)
{
    if (!row) return {};
    return to_operation(std::move(*row));
}

} // namespace

std::optional<Operation> insert(Transaction& tx, const Plan& plan, State state)
{
    const auto id = MoneyOperationId::fresh(tx.now);
    const auto due = tx.now + patience(plan.kind, state, 0);
    const auto sent = state == State::planned ? std::nullopt : std::optional(tx.now);
    const auto inserted =
        tx.run(R"(
        INSERT INTO money_operations (id, kind, state, intent, idempotency_key, account_id, role,
                                      order_id, amount_minor, fees_minor, currency, author_id,
                                      debited_wallet_id, credited_wallet_id, target_id, return_url,
                                      result_code, redirect_url, attempts, first_sent_at, due_at,
                                      created_at, version)
        VALUES (:id, :kind, :state, :intent, :key, :account, :role, :order, :amount, :fees, 'EUR',
                :author, :debited, :credited, :target, :return_url, '', '', 0, :sent, :due, :at, 1)
        ON CONFLICT DO NOTHING)",
               id, name(plan.kind), name(state), plan.intent, domain::uuid_v4(), plan.account_id,
               name(plan.role), plan.order_id, plan.amount.minor(), plan.fees.minor(),
               plan.author_id, plan.debited_wallet_id, plan.credited_wallet_id,
               text_of(plan.target), plan.return_url, sent, due, tx.now);
    if (inserted == 0) return {};
    return find(tx, id);
}

std::optional<Operation> maybe_find(Transaction& tx, const MoneyOperationId& id)
{
    return to_operation(tx.maybe<Row>(R"(
        SELECT id, kind, state, intent, idempotency_key, account_id, role, order_id, amount_minor,
               fees_minor, author_id, debited_wallet_id, credited_wallet_id, target_id, return_url,
               resource_id, result_code, redirect_url, attempts, first_sent_at, due_at, created_at,
               version
          FROM money_operations
         WHERE id = :id)",
                                      id));
}

Operation find(Transaction& tx, const MoneyOperationId& id)
{
    auto found = maybe_find(tx, id);
    domain::check(found.has_value(), "a money operation that was planned is there");
    return std::move(*found);
}

Operation lock(Transaction& tx, const MoneyOperationId& id)
{
    tx.one<MoneyOperationId>("SELECT id FROM money_operations WHERE id = :id FOR UPDATE", id);
    return find(tx, id);
}

std::optional<Operation> find_live(Transaction& tx, std::string_view intent)
{
    const auto id = tx.maybe<MoneyOperationId>(
        "SELECT id FROM money_operations WHERE intent = :intent AND state NOT IN (:replaceable)",
        intent, domain::storage::written<replaceable>);
    if (!id) return {};
    return find(tx, *id);
}

std::optional<Operation> find_latest(Transaction& tx, std::string_view intent)
{
    const auto id = tx.maybe<MoneyOperationId>(R"(
        SELECT id
          FROM money_operations
         WHERE intent = :intent
         ORDER BY id DESC
         LIMIT 1)",
                                               intent);
    if (!id) return {};
    return find(tx, *id);
}

std::optional<Operation> find_by_resource(Transaction& tx, Kind kind, const ResourceId& resource)
{
    const auto id = tx.maybe<MoneyOperationId>(R"(
        SELECT id
          FROM money_operations
         WHERE kind = :kind AND resource_id = :resource)",
                                               name(kind), resource);
    if (!id) return {};
    return find(tx, *id);
}

Instant first_planned_at(Transaction& tx, std::string_view intent)
{
    return tx.one<Instant>(
        "SELECT created_at FROM money_operations WHERE intent = :intent ORDER BY id LIMIT 1",
        intent);
}

std::int64_t count_of(Transaction& tx, std::string_view intent)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM money_operations WHERE intent = :intent",
                                intent);
}

std::vector<Operation> of_order(Transaction& tx, const OrderId& order, Kind kind)
{
    const auto ids = tx.all<MoneyOperationId>(R"(
        SELECT id
          FROM money_operations
         WHERE order_id = :order AND kind = :kind
         ORDER BY id)",
                                              order, name(kind));
    std::vector<Operation> operations;
    operations.reserve(ids.size());
    for (const auto& id : ids)
        operations.push_back(find(tx, id));
    return operations;
}

std::vector<MoneyOperationId> due(Transaction& tx, int most)
{
    return tx.all<MoneyOperationId>(R"(
        SELECT id
          FROM money_operations
         WHERE state IN (:unsettled)
           AND due_at <= :now
         ORDER BY due_at
         LIMIT :most)",
                                    domain::storage::written<unsettled>, tx.now, most);
}

std::vector<MoneyOperationId> planned_of(Transaction& tx, const AccountId& account, Role role)
{
    return tx.all<MoneyOperationId>(R"(
        SELECT id
          FROM money_operations
         WHERE account_id = :account AND role = :role AND state = :planned
         ORDER BY id)",
                                    account, name(role), domain::storage::written<State::planned>);
}

bool has_been(Transaction& tx, const MoneyOperationId& id, State state)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operation_steps
         WHERE operation_id = :id AND to_state = :state)",
                                id, name(state)) > 0;
}

Instant last_sent_at(Transaction& tx, const Operation& operation)
{
    return tx
        .maybe<Instant>(R"(
        SELECT at
          FROM money_operation_steps
         WHERE operation_id = :id AND to_state = :sending
         ORDER BY id DESC
         LIMIT 1)",
                        operation.id, domain::storage::written<State::sending>)
        .value_or(operation.created_at);
}

void save(Transaction& tx, const Operation& operation)
{
    const auto& plan = operation.plan;
    const auto resource =
        operation.resource_id.empty() ? std::nullopt : std::optional(operation.resource_id);
    const auto settled = is_settled(operation.state) ? std::optional(tx.now) : std::nullopt;
    const auto changed = tx.run(
        R"(
        UPDATE money_operations
           SET state = :state, author_id = :author, debited_wallet_id = :debited,
               credited_wallet_id = :credited, target_id = :target, resource_id = :resource,
               result_code = :code, redirect_url = :redirect, attempts = :attempts,
               first_sent_at = :sent, due_at = :due, settled_at = :settled, version = version + 1
         WHERE id = :id AND version = :version)",
        name(operation.state), plan.author_id, plan.debited_wallet_id, plan.credited_wallet_id,
        text_of(plan.target), resource, operation.result_code, operation.redirect_url,
        operation.attempts, operation.first_sent_at, operation.due_at, settled, operation.id,
        operation.version);
    domain::check(changed == 1, "a locked money operation is saved");
}

void note_step(Transaction& tx, const MoneyOperationId& id, const Step& step, std::string_view code)
{
    tx.run(R"(
        INSERT INTO money_operation_steps (id, operation_id, at, action, party, from_state,
                                           to_state, code)
        VALUES (:id, :operation, :at, :action, :party, :from, :to, :code))",
           domain::EventId::fresh(tx.now), id, tx.now, name(step.action), name(step.by),
           name(step.from), name(step.to), code);
}

} // namespace payments::operations
