#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/policy/policy.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// Who stands on a quote or an invoice: what is frozen at acceptance.
struct BillingIdentity {
    std::string display_name; // the company's name, else first name and surname
    bool is_company = false;
    std::string legal_form, siren, siret, vat_number, vat_regime, capital, rcs_city;
    platform::PostalAddress address{"", "", "", "", ""};
    std::string email;
};

BillingIdentity billing_identity(Transaction& tx, const AccountId& account);

/// A step that needs more than signing up did (RT-19).
enum class Step { quote_acceptance, becoming_payable };
std::string_view name(Step step);

/// The fields, as paths of the API ("address.city"), that are still to be given before `step`:
/// what the law wants on an invoice, and what the policy adds.
std::vector<std::string> missing_for(const profiles::Profile& profile, const policy::Policy& policy,
                                     Step step);

/// Every field that `step` may demand of this kind of account, given or not.
std::set<std::string> mandatory_for(const profiles::Profile& profile, const policy::Policy& policy,
                                    Step step);

/// Refuses (409) with the step's name and every missing field at once.
void require_complete(Transaction& tx, const policy::Policy& policy, const AccountId& account,
                      Step step);

} // namespace domain::payees
