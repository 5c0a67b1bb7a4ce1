#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "payments/operations/operation.hpp"

namespace payments::operations {

using domain::Transaction;

/// Inserts `plan` with a new id and key, in `state`. Nothing when its intent is already live.
std::optional<Operation> insert(Transaction& tx, const Plan& plan, State state);

Operation find(Transaction& tx, const MoneyOperationId& id);
std::optional<Operation> maybe_find(Transaction& tx, const MoneyOperationId& id);

/// find(), holding the row until the end of the unit of work.
Operation lock(Transaction& tx, const MoneyOperationId& id);

/// The operation whose place no other may take, if there is one.
std::optional<Operation> find_live(Transaction& tx, std::string_view intent);

/// The latest operation of an intent, whatever became of it.
std::optional<Operation> find_latest(Transaction& tx, std::string_view intent);

std::optional<Operation> find_by_resource(Transaction& tx, Kind kind, const ResourceId& resource);

/// When an intent was planned for the first time.
domain::Instant first_planned_at(Transaction& tx, std::string_view intent);

/// How many operations an intent has had.
std::int64_t count_of(Transaction& tx, std::string_view intent);

std::vector<Operation> of_order(Transaction& tx, const OrderId& order, Kind kind);

/// Those that somebody has to look at by now, the most overdue first.
std::vector<MoneyOperationId> due(Transaction& tx, int most);

/// Those of an account, in that role, that nobody has sent yet.
std::vector<MoneyOperationId> planned_of(Transaction& tx, const AccountId& account, Role role);

/// Whether it is in that state, or was once.
bool has_been(Transaction& tx, const MoneyOperationId& id, State state);

/// When a sender last claimed it; its creation when nobody did.
domain::Instant last_sent_at(Transaction& tx, const Operation& operation);

/// Saves what may change about an operation.
void save(Transaction& tx, const Operation& operation);

using Step = domain::Transition<State, Action, Party>;
void note_step(Transaction& tx, const MoneyOperationId& id, const Step& step,
               std::string_view code);

} // namespace payments::operations
