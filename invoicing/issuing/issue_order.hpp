#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/profiles/legal_form.hpp"
#include "domain/quotes/totals.hpp"
#include "invoicing/law/vat.hpp"
#include "invoicing/model/invoice.hpp"

namespace invoicing::issuing {

using domain::quotes::PricesAre;
using domain::quotes::ServiceCategory;
using QuoteLine = domain::quotes::Line; // an invoice has a Line of its own

/// Who somebody is on paper, as frozen when the quote was accepted. Fields that the law
/// asks for and that are empty are named by missing_mentions().
struct Identity {
    law::Standing standing = law::Standing::consumer;
    std::string name{};       // legal name; first name and surname of a person
    std::string trade_name{}; // of a person who trades under another name
    bool is_person = false;   // its name is the person's, not the company's
    std::optional<domain::profiles::LegalForm> legal_form{};
    std::string share_capital{};  // "1000 EUR", of companies that have one
    std::string register_entry{}; // "RCS Lyon"
    std::string siren{};
    std::string siret{};
    std::string vat_number{};
    std::string vat_check{}; // reference of the VIES answer, EU customers
    Address address{};
};

/// As agreed, whatever the operator asks for by now.
struct CommissionTerms {
    domain::BasisPoints rate;
    domain::BasisPoints vat_rate; // where it is sold with VAT
    domain::Money net;            // rate × the quote's net amount
    domain::Money gross;          // what the transfer kept as fees
};

/// The operator: writes all invoices, and sells the commission.
struct Operator {
    Identity identity{};
    std::string series = "EC"; // prefix of its own numbers
    std::chrono::month_day fiscal_year_ends{std::chrono::December / 31};
    bool vat_on_debits = false;
};

/// Everything the two invoices of one order are made of. A job fills it from the order;
/// invoicing asks nobody else.
struct IssueOrder {
    domain::OrderId order;
    domain::AccountId provider_id;
    domain::AccountId client_id;
    Operator platform;
    Identity provider{};
    Identity client{};
    domain::Language client_language = domain::Language::fr;
    domain::Language provider_language = domain::Language::fr;

    std::optional<law::Regime> provider_regime = law::Regime::standard;
    std::string exempt_article{};
    bool provider_vat_on_debits = false;
    ServiceCategory service = ServiceCategory::general;
    domain::Country performed_in = domain::Country::of("FR");

    Reference quote{}; // number and day of the accepted quote
    std::string purchase_order{};
    PricesAre prices_are = PricesAre::net;
    std::vector<QuoteLine> lines{};            // their rate is 0 when the treatment is without VAT
    domain::Money agreed_gross;                // what the client paid
    domain::Money given_back = domain::eur(0); // of it, refunded before the release
    CommissionTerms commission;

    std::optional<Mandate> mandate{}; // in force when the service was supplied
    domain::Day supply_day{};         // validation
    domain::Day payment_day{};        // pay-in
    domain::Day collection_day{};     // release
};

law::VatQuestion service_vat_question(const IssueOrder& order);
law::VatQuestion commission_vat_question(const IssueOrder& order);

} // namespace invoicing::issuing
