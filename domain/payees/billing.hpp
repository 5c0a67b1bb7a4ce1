#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/policy/policy.hpp"
#include "domain/profiles/legal_name.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// Who stands on a quote or an invoice: what is frozen at acceptance.
struct BillingIdentity {
    profiles::LegalName name{};
    bool is_company = false;
    std::optional<profiles::LegalForm> legal_form{};
    std::string siren{}, siret{}, vat_number{};
    std::optional<profiles::VatRegime> vat_regime{};
    std::string capital{}, rcs_city{};
    platform::PostalAddress address{"", "", "", "", Country()};
    std::string email{};
};

BillingIdentity identity_in(const profiles::Profile& profile);
BillingIdentity billing_identity(Transaction& tx, const AccountId& account);

/// The fields, as paths of the API ("address.city"), that are still to be given before `step`
/// (quote_acceptance or becoming_payable): what the law wants on an invoice, and what the policy
/// adds.
std::vector<std::string> missing_for(const profiles::Profile& profile, const policy::Policy& policy,
                                     policy::Step step);

/// The same, each with what to do.
std::vector<FieldError> missing_fields(const profiles::Profile& profile,
                                       const policy::Policy& policy, policy::Step step);

/// Every field that `step` may demand of this kind of account, given or not.
std::set<std::string> mandatory_for(const profiles::Profile& profile, const policy::Policy& policy,
                                    policy::Step step);

/// The refusal (409) that names the step and every field at once.
Refused incomplete(policy::Step step, std::vector<FieldError> fields);

/// Refuses so while anything is missing for `step`.
void require_complete(Transaction& tx, const policy::Policy& policy, const AccountId& account,
                      policy::Step step);

} // namespace domain::payees
