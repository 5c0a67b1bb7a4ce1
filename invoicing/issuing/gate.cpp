#include "invoicing/issuing/gate.hpp"

#include <algorithm>

#include "invoicing/issuing/amounts.hpp"
#include "invoicing/issuing/buyer.hpp"
#include "invoicing/issuing/complaints.hpp"
#include "invoicing/issuing/seller.hpp"
#include "invoicing/law/mentions.hpp"
#include "invoicing/rendering/labels.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

void need_lines(Complaints& complaints, const IssueOrder& order, const law::VatTreatment& treatment)
{
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const auto& line = order.lines[i];
        const auto at = "lines[" + std::to_string(i) + "].";
        complaints.need(at + "designation", line.designation,
                        {"La désignation précise du service est obligatoire.",
                         "A precise designation of the service is mandatory."});
        if (!rendering::unit_name(line.unit_code, Language::fr)) {
            complaints.add(at + "unit_code", {"L'unité manque ou n'est pas connue.",
                                              "The unit is missing or unknown."});
        }
        if (line.quantity.e4 <= 0 || line.quantity > quantity_max) {
            complaints.add(at + "quantity", {"La quantité doit être positive et au plus 9999.",
                                             "The quantity must be positive and at most 9999."});
        }
        if (line.unit_price.e6 < 0) {
            complaints.add(at + "unit_price", {"Le prix unitaire ne peut pas être négatif.",
                                               "A unit price cannot be negative."});
        }
        if (std::ranges::find(treatment.rates, line.vat_rate) == treatment.rates.end()) {
            complaints.add(at + "vat_rate", {"Ce taux de TVA n'est pas permis pour ce cas.",
                                             "This VAT rate is not allowed for this case."});
        }
    }
}

void need_agreed_amounts(Complaints& complaints, const IssueOrder& order,
                         const law::VatTreatment& service, const law::VatTreatment& commission)
{
    if (priced(order.lines, order.prices_are, service, "").totals.gross != order.agreed_gross) {
        complaints.add("agreed_gross", {"Le total facturé diffère du montant payé.",
                                        "The invoiced total differs from the amount paid."});
    }
    if (order.given_back.minor() < 0 || order.given_back.minor() >= order.agreed_gross.minor()) {
        complaints.add("given_back", {"Une commande remboursée en entier n'est pas facturée.",
                                      "A wholly refunded order is not invoiced."});
    }
    const bool has_vat = commission.category == VatCategory::standard;
    const auto vat = has_vat ? portion(order.commission.net, order.commission.vat_rate) : eur(0);
    if (order.commission.net + vat != order.commission.gross) {
        complaints.add("commission.gross", {"La commission diffère de celle retenue.",
                                            "The commission differs from the one withheld."});
    }
}

void need_dates(Complaints& complaints, const IssueOrder& order, Day day)
{
    for (const auto& [field, date] : {std::pair{"supply_day", order.supply_day},
                                      {"payment_day", order.payment_day},
                                      {"collection_day", order.collection_day},
                                      {"quote.day", order.quote.day}}) {
        if (!date.ok() || date == Day{} || date > day) {
            complaints.add(field, {"Cette date manque ou suit celle de la facture.",
                                   "This date is missing or after the invoice's."});
        }
    }
    complaints.need(
        "quote.number", order.quote.number,
        {"La référence du devis est obligatoire.", "The quote's reference is mandatory."});
}

/// BOI-TVA-DECLA-30-20-10-30: express, written, prior.
void need_mandate(Complaints& complaints, const IssueOrder& order)
{
    if (!order.mandate || order.mandate->version.empty() || order.mandate->text_sha256.empty()) {
        complaints.add("mandate", {"Le mandat de facturation du prestataire manque.",
                                   "The provider's invoicing mandate is missing."});
        return;
    }
    if (day_in_paris(order.mandate->accepted_at) > order.supply_day) {
        complaints.add("mandate", {"Le mandat de facturation doit précéder le service.",
                                   "The invoicing mandate must precede the service."});
    }
}

void need_wordings(Complaints& complaints, Day day)
{
    for (const auto which :
         {law::Mention::recovery_indemnity, law::Mention::late_penalties,
          law::Mention::no_early_discount, law::Mention::vat_on_debits, law::Mention::mandate}) {
        if (law::mention(which, day)) continue;
        complaints.add("issue_day", {"Une mention obligatoire n'a pas de texte connu à cette date.",
                                     "A mandatory mention has no known wording on that date."});
        return;
    }
}

} // namespace

std::vector<FieldError> missing_mentions(const IssueOrder& order, Day day)
{
    Complaints complaints;
    const auto service = law::vat_treatment(service_vat_question(order));
    const auto commission = law::vat_treatment(commission_vat_question(order));
    const auto* service_vat = std::get_if<law::VatTreatment>(&service);
    const auto* commission_vat = std::get_if<law::VatTreatment>(&commission);
    if (!service_vat) complaints.add("vat", std::get<law::Uncovered>(service).why);
    if (!commission_vat) complaints.add("commission.vat", std::get<law::Uncovered>(commission).why);

    need_seller(complaints, "provider", order.provider, order.provider_regime);
    need_seller(complaints, "platform", order.platform.identity, law::Regime::standard);
    need_buyer(complaints, "client", order.client);
    if (order.lines.empty()) {
        complaints.add("lines", {"La facture n'a pas de ligne.", "The invoice has no line."});
    } else if (service_vat) {
        need_lines(complaints, order, *service_vat);
        if (commission_vat) need_agreed_amounts(complaints, order, *service_vat, *commission_vat);
    }
    need_dates(complaints, order, day);
    need_mandate(complaints, order);
    need_wordings(complaints, day);
    return std::move(complaints).list();
}

} // namespace invoicing::issuing
