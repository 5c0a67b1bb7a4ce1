#include "invoicing/issuing/draft.hpp"

#include "domain/core/check.hpp"
#include "invoicing/issuing/amounts.hpp"
#include "invoicing/law/mentions.hpp"
#include "invoicing/law/territory.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

law::VatTreatment covered(const law::VatQuestion& question)
{
    auto answer = law::vat_treatment(question);
    check(std::holds_alternative<law::VatTreatment>(answer),
          "the gate let only covered VAT cases in");
    return std::get<law::VatTreatment>(std::move(answer));
}

std::string spaced_siren(const std::string& siren)
{
    if (siren.size() != 9) return siren;
    return siren.substr(0, 3) + " " + siren.substr(3, 3) + " " + siren.substr(6);
}

/// C. com. R123-237, R123-238: form, capital, register with number.
std::string legal_notice(const Identity& identity)
{
    std::string text = identity.legal_form ? identity.legal_form->text() : "";
    if (!identity.share_capital.empty()) text += " au capital de " + identity.share_capital;
    if (!identity.register_entry.empty()) {
        if (!text.empty()) text += " - ";
        text += identity.register_entry + " " + spaced_siren(identity.siren);
    }
    return text;
}

Party party(const Identity& identity)
{
    Party p;
    p.name = identity.name;
    p.trade_name = identity.trade_name;
    p.is_consumer = identity.standing == law::Standing::consumer;
    p.address = identity.address;
    if (p.is_consumer) return p;
    p.legal_notice = legal_notice(identity);
    p.vat_number = identity.vat_number;
    p.siret = identity.siret;
    if (!identity.siren.empty()) {
        p.legal_id = identity.siren;
        p.legal_id_scheme = "0002";
        p.endpoint = Endpoint{"0225", identity.siren};
    } else if (const auto scheme = law::vat_number_scheme(identity.address.country);
               scheme && !identity.vat_number.empty()) {
        p.legal_id = identity.vat_number; // 0223: EU VAT number as identifier
        p.legal_id_scheme = "0223";
        p.endpoint = Endpoint{std::string(*scheme), identity.vat_number};
    }
    return p;
}

/// A provider sells, so it is taxable, whatever it is when it buys.
Identity as_business(Identity identity)
{
    identity.standing = law::Standing::taxable;
    return identity;
}

/// EN 16931 wants an exempt seller to show a tax registration when it has no VAT number
/// (BR-E-02) and forbids VAT numbers on both sides outside the scope of VAT (BR-O-02 to 04).
void fit_to_category(Invoice& invoice, VatCategory category)
{
    if (category == VatCategory::outside) {
        invoice.seller.vat_number.clear();
        invoice.buyer.vat_number.clear();
    }
    if (invoice.seller.vat_number.empty())
        invoice.seller.tax_registration = invoice.seller.legal_id;
}

/// How the reform's platforms must treat the document (note BAR).
std::string channel(const Identity& buyer)
{
    const bool at_home = law::is_french(buyer.address);
    if (buyer.standing == law::Standing::taxable) return at_home ? "B2B" : "B2BINT";
    return at_home ? "B2C" : "B2CINT";
}

void add_notes(Invoice& invoice, const Identity& buyer, const law::VatTreatment& treatment)
{
    const auto add = [&](const char* note_code, law::Mention which,
                         const std::vector<std::pair<std::string, std::string>>& with = {}) {
        const auto text = law::mention_text(which, invoice.issue_day, invoice.language, with);
        check(text.has_value(), "the gate saw a wording for every mention");
        invoice.notes.push_back({note_code, *text});
    };
    // C. com. L441-9 and D441-5 are for professionals: 40 EUR is never asked of a consumer.
    if (buyer.standing != law::Standing::consumer) {
        add("PMT", law::Mention::recovery_indemnity);
        add("PMD", law::Mention::late_penalties);
    }
    add("AAB", law::Mention::no_early_discount);
    invoice.notes.push_back({"BAR", channel(buyer)});
    if (invoice.mandate) {
        add("DCL", law::Mention::mandate,
            {{"issuer", invoice.issuer_name}, {"seller", invoice.seller.full_name()}});
    }
    if (invoice.vat_on_debits) add("", law::Mention::vat_on_debits);
    if (!treatment.remark.empty()) invoice.notes.push_back({"", treatment.remark});
}

VatBasis basis(const law::VatQuestion& question, const law::VatTreatment& treatment)
{
    return {treatment.rule, std::string(name(question.regime)),
            std::string(name(question.customer)), std::string(name(question.service)),
            question.vat_check};
}

/// What both documents of an order share.
Invoice skeleton(const IssueOrder& order, Kind kind, const Numbered& numbered, Priced amounts)
{
    check(amounts.totals.gross.minor() > 0, "no document is about nothing");
    Invoice invoice;
    invoice.kind = kind;
    invoice.totals = amounts.totals;
    invoice.number = numbered.number;
    invoice.issued_at = numbered.at;
    invoice.issue_day = day_in_paris(numbered.at);
    invoice.business_process = "S2"; // services, already paid: BT-113 = BT-112, BT-115 = 0
    invoice.issuer_name = order.platform.identity.name;
    invoice.lines = std::move(amounts.lines);
    invoice.allowances = std::move(amounts.allowances);
    invoice.vat = std::move(amounts.vat);
    invoice.payment_day = order.payment_day;
    invoice.supply_day = order.supply_day;
    invoice.collection_day = order.collection_day;
    invoice.quote = order.quote;
    return invoice;
}

std::string quote_description(const Reference& quote, Language language)
{
    const auto iso = to_text(quote.day);
    const auto day = iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
    const bool french = language == Language::fr;
    return (french ? "Devis " : "Quote ") + quote.number + (french ? " du " : " of ") + day;
}

Priced service_amounts(const IssueOrder& order, const law::VatTreatment& treatment)
{
    const bool french = order.client_language == Language::fr;
    return reduced(priced(order.lines, order.prices_are, treatment,
                          quote_description(order.quote, order.client_language)),
                   order.given_back, french ? "Réduction accordée" : "Reduction granted");
}

std::string percent(BasisPoints rate)
{
    auto text = decimal(rate); // "20.00"
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

} // namespace

law::VatQuestion service_vat_question(const IssueOrder& order)
{
    const auto regime = order.provider_regime.value_or(law::Regime::standard); // none: refused
    return {order.provider.address,
            regime,
            order.provider.vat_number,
            order.exempt_article,
            order.client.standing,
            order.client.address,
            order.client.vat_number,
            order.client.vat_check,
            order.service,
            order.performed_in,
            order.supply_day};
}

law::VatQuestion commission_vat_question(const IssueOrder& order)
{
    law::VatQuestion question;
    question.supplier_address = order.platform.identity.address;
    question.supplier_vat_number = order.platform.identity.vat_number;
    question.customer = law::Standing::taxable;
    question.customer_address = order.provider.address;
    question.customer_vat_number = order.provider.vat_number;
    question.vat_check = order.provider.vat_check;
    question.supplied = order.supply_day;
    return question;
}

Invoice service_invoice(const IssueOrder& order, const Numbered& numbered)
{
    const auto question = service_vat_question(order);
    const auto treatment = covered(question);
    auto invoice =
        skeleton(order, Kind::service_invoice, numbered, service_amounts(order, treatment));
    invoice.language = order.client_language;
    invoice.seller = party(as_business(order.provider));
    invoice.buyer = party(order.client);
    invoice.payment_means = "48"; // bank card
    invoice.due_day = order.payment_day;
    invoice.purchase_order = order.purchase_order;
    invoice.mandate = order.mandate;
    invoice.vat_on_debits = order.provider_vat_on_debits;
    invoice.vat_basis = basis(question, treatment);
    fit_to_category(invoice, treatment.category);
    add_notes(invoice, order.client, treatment);
    return invoice;
}

bool has_commission(const IssueOrder& order)
{
    return order.commission.gross.minor() > 0;
}

Invoice commission_invoice(const IssueOrder& order, const Numbered& numbered,
                           const std::string& service_number)
{
    const auto question = commission_vat_question(order);
    const auto treatment = covered(question);
    const bool french = order.provider_language == Language::fr;
    const auto rate =
        treatment.category == VatCategory::standard ? order.commission.vat_rate : BasisPoints{0};
    const QuoteLine line{
        (french ? "Commission de mise en relation " : "Intermediation commission ") +
            percent(order.commission.rate) + " % - " + (french ? "facture " : "invoice ") +
            service_number,
        Quantity{10'000}, "C62", UnitPrice{order.commission.net.minor() * 10'000}, rate};
    auto invoice = skeleton(order, Kind::commission_invoice, numbered,
                            priced({line}, PricesAre::net, treatment,
                                   quote_description(order.quote, order.provider_language)));
    invoice.language = order.provider_language;
    invoice.seller = party(as_business(order.platform.identity));
    invoice.buyer = party(as_business(order.provider));
    invoice.payment_means = "97"; // clearing between partners
    invoice.due_day = order.collection_day;
    invoice.vat_on_debits = order.platform.vat_on_debits;
    invoice.vat_basis = basis(question, treatment);
    fit_to_category(invoice, treatment.category);
    add_notes(invoice, as_business(order.provider), treatment);
    return invoice;
}

} // namespace invoicing::issuing
