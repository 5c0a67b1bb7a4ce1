#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// Orders that are neither carried out nor ended otherwise, or whose money has not arrived.
std::int64_t unsettled_of(Transaction& tx, const AccountId& account);

/// Those among them in which the account is the one side, and the other.
struct UnsettledByRole {
    std::int64_t as_client = 0, as_provider = 0;
    auto fields() { return std::tie(as_client, as_provider); }
};
UnsettledByRole unsettled_by_role(Transaction& tx, const AccountId& account);

/// Whether the account ever sent a quote.
bool has_acted_as_provider(Transaction& tx, const AccountId& account);

/// Whether a pay-in of `client` ever succeeded.
bool has_paid(Transaction& tx, const AccountId& client);

/// A contract whose evidence is still there, and when it was performed or ended otherwise.
struct Contract {
    OrderId order_id = storage::unread;
    std::int64_t gross_minor = 0;
    std::string currency;
    Instant performed_at;
    auto fields() { return std::tie(order_id, gross_minor, currency, performed_at); }
};
std::vector<Contract> performed(Transaction& tx, Instant before, const std::string& after,
                                int limit);

/// The contracts of `account`, on either side, whose evidence is still there, once performed.
std::vector<Contract> performed_with(Transaction& tx, const AccountId& account);

/// Deletes what proves the contract, under orders of destruction, with its key. False when it
/// was gone before.
bool erase_evidence(Transaction& tx, const OrderId& order);
bool has_evidence(Transaction& tx, const OrderId& order);

} // namespace domain::orders
