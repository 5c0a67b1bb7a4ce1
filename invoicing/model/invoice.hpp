#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/country.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"

/// An issued document in the terms of EN 16931 (BT-, BG- numbers). Once issued it is frozen:
/// XML and PDF are made from this alone, never from what the parties look like today.
namespace invoicing {

/// What a document is. Those of a release are issued today; the others have their place in the
/// schema: a deposit before, what remains after it, the fee that a client pays the platform.
enum class Kind : std::uint8_t {
    service_invoice,
    commission_invoice,
    deposit_invoice,
    final_invoice,
    fee_invoice,
    credit_note
};

/// What a release brings about, in that order.
inline constexpr std::array kinds_at_release{Kind::service_invoice, Kind::commission_invoice};

std::string_view name(Kind kind); // "service_invoice", as stored
std::optional<Kind> parse_kind(std::string_view text);

/// UNTDID 1001, BT-3. A service invoice written under mandate stays a 380 (not self-billing).
std::string_view type_code(Kind kind);

/// UNTDID 5305 (BT-118, BT-151), as far as a service can need it.
enum class VatCategory : std::uint8_t { standard, exempt, reverse_charge, outside };

std::string_view code(VatCategory category); // "S", "E", "AE", "O"
std::optional<VatCategory> parse_vat_category(std::string_view text);

struct Address {
    std::string line_one;
    std::string line_two;
    std::string postcode;
    std::string city;
    domain::Country country;
    bool operator==(const Address&) const = default;
};

/// An electronic address with its scheme (BT-34, BT-49): "0225" is the French directory.
struct Endpoint {
    std::string scheme;
    std::string id;
    bool operator==(const Endpoint&) const = default;
};

struct Party {
    std::string name;         // BT-27, BT-44
    std::string trade_name;   // BT-28, BT-45
    std::string legal_notice; // BT-33: "SARL au capital de 1000 EUR - RCS Lyon 123 456 782"
    std::string legal_id;     // BT-30, BT-47: the SIREN in France
    std::string legal_id_scheme;
    std::string siret;            // BT-29, BT-46, scheme 0009
    std::string vat_number;       // BT-31, BT-48
    std::string tax_registration; // BT-32: of a seller without VAT number
    Address address;              // BG-5, BG-8
    std::optional<Endpoint> endpoint;
    bool is_consumer = false;

    /// As pages and sentences call it: "Jeanne Lefèvre EI – Fil et Aiguille".
    std::string full_name() const;

    bool operator==(const Party&) const = default;
};

struct Line {
    std::string designation;      // BT-153
    std::string description;      // BT-154: the quote it comes from
    domain::Quantity quantity;    // BT-129
    std::string unit_code;        // BT-130, UN/ECE recommendation 20
    domain::UnitPrice unit_price; // BT-146, without VAT
    domain::Money net;            // BT-131
    VatCategory category;         // BT-151
    domain::BasisPoints rate;     // BT-152
    bool operator==(const Line&) const = default;
};

/// BG-23, one per (category, rate).
struct VatTotal {
    VatCategory category;
    domain::BasisPoints rate;
    domain::Money base;      // BT-116
    domain::Money vat;       // BT-117
    std::string reason;      // BT-120
    std::string reason_code; // BT-121
    bool operator==(const VatTotal&) const = default;
};

/// BG-20, without VAT: what was given back to the client before the money was released.
struct Allowance {
    std::string reason; // BT-97
    VatCategory category;
    domain::BasisPoints rate;
    domain::Money net; // BT-92
    bool operator==(const Allowance&) const = default;
};

/// BG-22. There are no document-level charges.
struct Totals {
    domain::Money lines = domain::eur(0);      // BT-106
    domain::Money allowances = domain::eur(0); // BT-107
    domain::Money net = domain::eur(0);        // BT-109
    domain::Money vat = domain::eur(0);        // BT-110
    domain::Money gross = domain::eur(0);      // BT-112
    domain::Money paid = domain::eur(0);       // BT-113
    domain::Money due = domain::eur(0);        // BT-115
    bool operator==(const Totals&) const = default;
};

/// BT-21 and BT-22: PMT, PMD, AAB, BAR, DCL … or no code for a free remark.
struct Note {
    std::string code;
    std::string text;
    bool operator==(const Note&) const = default;
};

/// A document named by number and date (BG-3; the quote).
struct Reference {
    std::string number;
    domain::Day day{};
    bool operator==(const Reference&) const = default;
};

/// The permission under which the platform writes in the seller's name (CGI 289 I-2).
struct Mandate {
    std::string version;
    std::string text_sha256;
    domain::Instant accepted_at{};
    bool operator==(const Mandate&) const = default;
};

/// What the VAT treatment was decided from, kept for whoever asks in nine years.
struct VatBasis {
    std::string rule;            // "eu_business_reverse_charge"
    std::string supplier_regime; // "standard", "franchise", "exempt"
    std::string customer_status; // "consumer", "taxable", "non_taxable_entity"
    std::string place_rule;      // "general", …
    std::string vat_check;       // reference of the VIES answer, when there was one
    bool operator==(const VatBasis&) const = default;
};

struct Invoice {
    Kind kind = Kind::service_invoice;
    std::string number;          // BT-1
    domain::Instant issued_at{}; // chronology inside the series
    domain::Day issue_day{};     // BT-2, in Europe/Paris
    domain::Language language = domain::Language::fr;
    domain::Currency currency = domain::Currency::eur; // BT-5
    std::string business_process;                      // BT-23: "S2", services already paid
    Party seller;
    Party buyer;
    std::string issuer_name; // who wrote it: the platform
    std::vector<Line> lines;
    std::vector<Allowance> allowances;
    std::vector<VatTotal> vat;
    Totals totals;
    std::vector<Note> notes;
    std::string payment_means;        // BT-81, UNTDID 4461: "48" card, "97" netting
    domain::Day due_day{};            // BT-9
    domain::Day payment_day{};        // when the client paid
    domain::Day supply_day{};         // BT-72: the service was validated
    domain::Day collection_day{};     // VAT on services falls due (CGI 269-2-c)
    std::string purchase_order;       // BT-13
    Reference quote;                  // what was agreed
    std::vector<Reference> preceding; // BG-3
    std::optional<Mandate> mandate;   // service invoices only
    bool vat_on_debits = false;       // BT-8
    VatBasis vat_basis;
    bool operator==(const Invoice&) const = default;
};

/// The canonical JSON that is frozen, hashed and rendered from: sorted keys, no blanks,
/// amounts as whole minor units. The same invoice always gives the same bytes.
std::string record_of(const Invoice& invoice);

/// Reads what record_of() wrote. Anything else is a Bug.
Invoice invoice_of(std::string_view record);

} // namespace invoicing
