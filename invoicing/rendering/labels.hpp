#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "invoicing/model/invoice.hpp"

namespace invoicing::rendering {

/// The words of the page in one language.
struct Labels {
    std::string_view invoice, commission_invoice, credit_note;
    std::string_view issued, supplied, paid_on, due, quote, purchase_order;
    std::string_view seller, buyer;
    std::string_view designation, quantity, unit_price, vat_rate, amount;
    std::string_view vat_and_rate, base, vat, total_lines, total_net, total_vat, total_gross,
        already_paid, to_pay;
    std::string_view settled_card, settled_netting; // ends where the day follows
    std::string_view vat_number, siren, siret, page, refers_to, nature, duplicate;
};

const Labels& labels(domain::Language language);

/// "1 234,50 €" or "€1,234.50".
std::string shown(domain::Money amount, domain::Language language);
/// "33,3333 €": a unit price keeps its decimals.
std::string shown(domain::UnitPrice price, domain::Language language);
std::string shown(domain::Quantity quantity, domain::Language language);
/// "20 %"; "5,5 %".
std::string shown(domain::BasisPoints rate, domain::Language language);
/// "05/11/2026" or "5 November 2026".
std::string shown(domain::Day day, domain::Language language);

/// The unit in words ("heure"), or nothing for a code that documents do not know.
std::optional<std::string_view> unit_name(std::string_view unit_code, domain::Language language);

/// The country's name, or its code where we have no name.
std::string country_name(const domain::Country& country, domain::Language language);

} // namespace invoicing::rendering
