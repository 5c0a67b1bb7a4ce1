#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "payments/flows/context.hpp"
#include "payments/operations/operation.hpp"

namespace payments::flows::registration {

/// Whether `iban` is one: country, length 15 to 34, check digits (ISO 13616).
bool is_iban(std::string_view iban);

/// Where a provider wants to be paid, as it was entered. Lives in memory only.
struct BankAccount {
    std::string iban; // without spaces, upper case
};

struct Registration {
    operations::Operation operation;
    std::string link; // where the provider confirms it; ten minutes. "" when it is not known
};

/// Registers `account` at Mangopay as where `provider` is paid. The number goes from memory
/// to Mangopay and nowhere else; when the answer is lost, it is looked up there, never sent
/// again from here. The same `key` again registers nothing; otherwise `authorize` is asked in the
/// unit of work that writes the intention, and may refuse. Its owner is told once Mangopay has it.
/// The provider's OWNER must be open.
Registration register_recipient(const Context& context, const domain::AccountId& provider,
                                const BankAccount& account, const std::string& key,
                                const std::function<void(domain::Transaction&)>& authorize);

/// Intends a hosted verification of the provider's identity; while one is under way, that is
/// the answer.
operations::Operation plan_verification(domain::Transaction& tx, const domain::AccountId& provider,
                                        const std::string& return_url);

} // namespace payments::flows::registration
