#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"

namespace invoicing::law {

/// The sentences the law puts on invoices.
enum class Mention : std::uint8_t {
    franchise,            // no VAT below the thresholds
    exemption,            // {article}
    reverse_charge,       // the word itself
    reverse_charge_basis, // the sentence beside it
    outside_eu_business,
    outside_eu_consumer,
    recovery_indemnity, // PMT
    late_penalties,     // PMD
    no_early_discount,  // AAB
    vat_on_debits,
    mandate, // DCL, {issuer} {seller}
};

/// The wording in force on `day`, or nothing when none is known for it: then no invoice
/// may be dated so. Wordings are data with a validity and a source (mentions.cpp).
std::optional<domain::Say> mention(Mention which, domain::Day day);

/// The wording with its {placeholders} filled in, in French; for an English document the
/// English follows the French, which stays the binding one.
std::optional<std::string>
mention_text(Mention which, domain::Day day, domain::Language language,
             const std::vector<std::pair<std::string, std::string>>& with = {});

} // namespace invoicing::law
