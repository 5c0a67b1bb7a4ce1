#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/sweep.hpp"
#include "domain/orders/forgetting_store.hpp"

namespace domain::leaving {

/// Ends legal identities whose years are over: subject, link, key, evidence of accepted terms,
/// what `erasers` know, and the account's tombstone. What bears the account's id afterwards leads
/// to nobody.
forgetting::ObjectSweep legal_identity_sweep(const std::vector<forgetting::Eraser>& erasers);

/// Ends contracts: what was agreed with a consumer for 120 EUR or more, and all others.
std::vector<forgetting::ObjectSweep> contract_sweeps();

/// The line of the policy that ends a contract: "contract_consumer" or "contract".
std::string_view rule_of(Transaction& tx, const orders::Contract& contract);

/// Deletes what proves a contract and how it was contested. False when that was gone before.
bool end_contract(Transaction& tx, const OrderId& order);

/// Destroys the connection key of a closed account once its last connection data has gone.
forgetting::ObjectSweep connection_key_sweep();

/// Accounts nobody verified, accounts nobody uses: warned, then closed. `retention` outlives them.
std::vector<forgetting::ObjectSweep> idle_account_sweeps(const policy::Retention& retention);

/// Erases a sign-up that nobody verified, before its time when somebody else proved its address.
/// False when there is none, or it was verified after all.
bool erase_unverified(Transaction& tx, const AccountId& account);

} // namespace domain::leaving
