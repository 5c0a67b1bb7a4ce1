#pragma once

#include <string>

#include "ops/installation/installation.hpp"

namespace ops::commands {

/// Recounts the whole ledger; 0 when everything holds, 1 with the first difference.
int ledger_check(Installation& installation, bool as_json);

/// Prints one account's statement; 1 when there is no such account.
int ledger_statement(Installation& installation, const std::string& account, bool as_json);

/// Compares every mirrored wallet with Mangopay's; 0 when none differs. Providers' wallets,
/// which Mangopay shows to their owners only, and wallets in motion are named, not judged.
int reconcile(Installation& installation, bool as_json);

} // namespace ops::commands
