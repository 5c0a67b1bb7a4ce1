#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/profiles/vat_regime.hpp"
#include "domain/quotes/service_category.hpp"
#include "invoicing/model/invoice.hpp"

namespace invoicing::law {

using Regime = domain::profiles::VatRegime;
using domain::quotes::ServiceCategory;

/// A SIRET does not prove that a customer is taxable: an association may not be.
enum class Standing : std::uint8_t { consumer, taxable, non_taxable_entity };

std::string_view name(Standing standing);

struct VatQuestion {
    Address supplier_address;
    Regime regime = Regime::standard;
    std::string supplier_vat_number;
    std::string exempt_article; // of the CGI, without "article": "261-4-4° a"
    Standing customer = Standing::consumer;
    Address customer_address;
    std::string customer_vat_number;
    std::string vat_check; // reference of the VIES answer that found that number valid
    ServiceCategory service = ServiceCategory::general;
    domain::Country performed_in; // needed by every rule but general and intangible
    domain::Day supplied{};
};

struct VatTreatment {
    VatCategory category = VatCategory::standard;
    std::vector<domain::BasisPoints> rates; // a line's rate is one of these
    std::string reason;                     // BT-120, printed
    std::string reason_code;                // BT-121
    std::string remark;                     // a longer sentence beside it, may be empty
    std::string rule;                       // frozen as VatBasis::rule
};

/// Why no invoice can be written for a service of this kind that is rendered there, whoever the
/// client; nothing when one can.
std::optional<domain::Say> uncovered(ServiceCategory service, const domain::Country& performed_in);

/// Why no invoice can be written for this case.
struct Uncovered {
    domain::Say why;
};

/// The VAT treatment of a service by a supplier in metropolitan France (CGI 259 to 259 D,
/// 283, 293 B). Whatever the rules here do not cover is said, never guessed.
std::variant<VatTreatment, Uncovered> vat_treatment(const VatQuestion& question);

/// The rates of metropolitan France on `day` (CGI 278 to 281 octies), highest first.
std::vector<domain::BasisPoints> french_rates(domain::Day day);

} // namespace invoicing::law
