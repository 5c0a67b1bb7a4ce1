#include "invoicing/rendering/labels.hpp"

#include <array>

namespace invoicing::rendering {

namespace {

using namespace domain;

constexpr const char* nbsp = "\u00a0";

constexpr Labels french{
    .invoice = "Facture",
    .commission_invoice = "Facture de commission",
    .credit_note = "Avoir",
    .issued = "Date d'émission",
    .supplied = "Prestation réalisée le",
    .paid_on = "Payée le",
    .due = "Échéance",
    .quote = "Devis",
    .purchase_order = "Bon de commande",
    .seller = "Vendeur",
    .buyer = "Client",
    .designation = "Désignation",
    .quantity = "Quantité",
    .unit_price = "Prix unitaire HT",
    .vat_rate = "TVA",
    .amount = "Montant HT",
    .vat_and_rate = "Taux de TVA",
    .base = "Base HT",
    .vat = "TVA",
    .total_lines = "Total des lignes HT",
    .total_net = "Total HT",
    .total_vat = "Total TVA",
    .total_gross = "Total TTC",
    .already_paid = "Déjà réglé",
    .to_pay = "Reste à payer",
    .settled_card = "Acquittée - réglée par carte bancaire le ",
    .settled_netting = "Acquittée - réglée par compensation le ",
    .vat_number = "N° TVA ",
    .siren = "SIREN ",
    .siret = "SIRET ",
    .page = "Page ",
    .refers_to = "Concerne la facture ",
    .nature = "Prestation de services",
    .duplicate = "Duplicata",
};

constexpr Labels english{
    .invoice = "Invoice",
    .commission_invoice = "Commission invoice",
    .credit_note = "Credit note",
    .issued = "Issue date",
    .supplied = "Service completed on",
    .paid_on = "Paid on",
    .due = "Due date",
    .quote = "Quote",
    .purchase_order = "Purchase order",
    .seller = "Seller",
    .buyer = "Customer",
    .designation = "Description",
    .quantity = "Quantity",
    .unit_price = "Net unit price",
    .vat_rate = "VAT",
    .amount = "Net amount",
    .vat_and_rate = "VAT rate",
    .base = "Taxable base",
    .vat = "VAT",
    .total_lines = "Sum of lines excl. VAT",
    .total_net = "Total excl. VAT",
    .total_vat = "Total VAT",
    .total_gross = "Total incl. VAT",
    .already_paid = "Already paid",
    .to_pay = "Amount due",
    .settled_card = "Paid by card on ",
    .settled_netting = "Paid by netting on ",
    .vat_number = "VAT no. ",
    .siren = "SIREN ",
    .siret = "SIRET ",
    .page = "Page ",
    .refers_to = "Refers to invoice ",
    .nature = "Supply of services",
    .duplicate = "Duplicate",
};

struct Unit {
    std::string_view code;
    std::string_view fr;
    std::string_view en;
};
constexpr std::array units{
    Unit{"C62", "unité", "unit"},
    Unit{"HUR", "heure", "hour"},
    Unit{"DAY", "jour", "day"},
    Unit{"MIN", "minute", "minute"},
    Unit{"WEE", "semaine", "week"},
    Unit{"MON", "mois", "month"},
    Unit{"LS", "forfait", "lump sum"},
    Unit{"KMT", "km", "km"},
    Unit{"MTK", "m²", "m²"},
    Unit{"MTR", "m", "m"},
    Unit{"E48", "prestation", "service"},
};

struct CountryName {
    Country country;
    std::string_view fr;
    std::string_view en;
};
constexpr std::array countries{
    CountryName{Country::of("FR"), "France", "France"},
    CountryName{Country::of("MC"), "Monaco", "Monaco"},
    CountryName{Country::of("DE"), "Allemagne", "Germany"},
    CountryName{Country::of("AT"), "Autriche", "Austria"},
    CountryName{Country::of("BE"), "Belgique", "Belgium"},
    CountryName{Country::of("BG"), "Bulgarie", "Bulgaria"},
    CountryName{Country::of("CY"), "Chypre", "Cyprus"},
    CountryName{Country::of("HR"), "Croatie", "Croatia"},
    CountryName{Country::of("DK"), "Danemark", "Denmark"},
    CountryName{Country::of("ES"), "Espagne", "Spain"},
    CountryName{Country::of("EE"), "Estonie", "Estonia"},
    CountryName{Country::of("FI"), "Finlande", "Finland"},
    CountryName{Country::of("GR"), "Grèce", "Greece"},
    CountryName{Country::of("HU"), "Hongrie", "Hungary"},
    CountryName{Country::of("IE"), "Irlande", "Ireland"},
    CountryName{Country::of("IT"), "Italie", "Italy"},
    CountryName{Country::of("LV"), "Lettonie", "Latvia"},
    CountryName{Country::of("LT"), "Lituanie", "Lithuania"},
    CountryName{Country::of("LU"), "Luxembourg", "Luxembourg"},
    CountryName{Country::of("MT"), "Malte", "Malta"},
    CountryName{Country::of("NL"), "Pays-Bas", "Netherlands"},
    CountryName{Country::of("PL"), "Pologne", "Poland"},
    CountryName{Country::of("PT"), "Portugal", "Portugal"},
    CountryName{Country::of("CZ"), "Tchéquie", "Czechia"},
    CountryName{Country::of("RO"), "Roumanie", "Romania"},
    CountryName{Country::of("SK"), "Slovaquie", "Slovakia"},
    CountryName{Country::of("SI"), "Slovénie", "Slovenia"},
    CountryName{Country::of("SE"), "Suède", "Sweden"},
    CountryName{Country::of("CH"), "Suisse", "Switzerland"},
    CountryName{Country::of("GB"), "Royaume-Uni", "United Kingdom"},
    CountryName{Country::of("US"), "États-Unis", "United States"},
    CountryName{Country::of("CA"), "Canada", "Canada"},
};

/// "1234567.50" with the language's separators.
std::string localized(std::string number, Language language)
{
    const bool is_french = language == Language::fr;
    auto point = number.find('.');
    if (point == std::string::npos) point = number.size();
    const auto first_digit = static_cast<std::size_t>(number.starts_with('-') ? 1 : 0);
    if (point < number.size() && is_french) number[point] = ',';
    for (auto at = point; at > first_digit + 3;) {
        at -= 3;
        number.insert(at, is_french ? nbsp : ",");
    }
    return number;
}

std::string with_currency(const std::string& number, Language language)
{
    return language == Language::fr ? number + nbsp + "€" : "€" + number;
}

} // namespace

const Labels& labels(Language language)
{
    return language == Language::fr ? french : english;
}

std::string shown(Money amount, Language language)
{
    return with_currency(localized(decimal(amount), language), language);
}

std::string shown(UnitPrice price, Language language)
{
    return with_currency(localized(decimal(price), language), language);
}

std::string shown(Quantity quantity, Language language)
{
    return localized(decimal(quantity), language);
}

std::string shown(BasisPoints rate, Language language)
{
    auto number = decimal(rate);
    while (number.back() == '0')
        number.pop_back();
    if (number.back() == '.') number.pop_back();
    return localized(number, language) + (language == Language::fr ? nbsp : "") + "%";
}

std::string shown(Day day, Language language)
{
    static constexpr std::array months{"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
    const auto iso = to_text(day);
    if (language == Language::fr) {
        return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
    }
    return std::to_string(unsigned{day.day()}) + " " + months.at(unsigned{day.month()} - 1) + " " +
           iso.substr(0, 4);
}

std::optional<std::string_view> unit_name(std::string_view unit_code, Language language)
{
    for (const auto& unit : units) {
        if (unit.code == unit_code) return language == Language::fr ? unit.fr : unit.en;
    }
    return {};
}

std::string country_name(const Country& country, Language language)
{
    for (const auto& known : countries) {
        if (known.country == country)
            return std::string(language == Language::fr ? known.fr : known.en);
    }
    return country.text();
}

} // namespace invoicing::rendering
