#include "invoicing/law/vat.hpp"

#include "invoicing/law/mentions.hpp"
#include "invoicing/law/territory.hpp"

namespace invoicing::law {

namespace {

using domain::BasisPoints;
using domain::Say;
using Answer = std::variant<VatTreatment, Uncovered>;

/// Codes of the VATEX list for the exemptions of CGI 261 to 261 E, longest article first.
struct Exemption {
    std::string_view article;
    std::string_view code;
};
constexpr Exemption exemptions[] = {
    {"261 D-1° bis", "VATEX-FR-CGI261D-1BIS"},
    {"261 D-1", "VATEX-FR-CGI261D-1"},
    {"261 D-2", "VATEX-FR-CGI261D-2"},
    {"261 D-3", "VATEX-FR-CGI261D-3"},
    {"261 D-4", "VATEX-FR-CGI261D-4"},
    {"261 C-1", "VATEX-FR-CGI261C-1"},
    {"261 C-2", "VATEX-FR-CGI261C-2"},
    {"261 C-3", "VATEX-FR-CGI261C-3"},
    {"261 E-1", "VATEX-FR-CGI261E-1"},
    {"261 E-2", "VATEX-FR-CGI261E-2"},
    {"261 A", "VATEX-FR-CGI261A"},
    {"261 B", "VATEX-FR-CGI261B"},
    {"261-1", "VATEX-FR-CGI261-1"},
    {"261-2", "VATEX-FR-CGI261-2"},
    {"261-3", "VATEX-FR-CGI261-3"},
    {"261-4", "VATEX-FR-CGI261-4"},
    {"261-5", "VATEX-FR-CGI261-5"},
    {"261-7", "VATEX-FR-CGI261-7"},
    {"261-8", "VATEX-FR-CGI261-8"},
};

Uncovered no_wording()
{
    return {Say{"Aucune mention légale n'est connue à cette date pour ce cas de TVA.",
                "No legal wording is known for this VAT case on that date."}};
}

struct ZeroRated {
    VatCategory category;
    Mention mention;
    std::string_view reason_code;
    std::string_view rule;
};

Answer zero_rated(const VatQuestion& q, const ZeroRated& row, const std::string& article = "")
{
    const auto wording = mention(row.mention, q.supplied);
    if (!wording) return no_wording();
    VatTreatment treatment{row.category, {BasisPoints{0}},
                           wording->fr,  std::string(row.reason_code),
                           "",           std::string(row.rule)};
    const auto at = treatment.reason.find("{article}");
    if (at != std::string::npos) treatment.reason.replace(at, 9, article);
    return treatment;
}

Answer exempt(const VatQuestion& q)
{
    for (const auto& [article, reason_code] : exemptions) {
        if (!q.exempt_article.starts_with(article)) continue;
        return zero_rated(q, {VatCategory::exempt, Mention::exemption, reason_code, "exempt_261"},
                          q.exempt_article);
    }
    return Uncovered{
        Say{"L'exonération invoquée n'est pas un article 261 à 261 E du CGI.",
            "The exemption claimed is not one of articles 261 to 261 E of the French tax code."}};
}

/// The supplier's own VAT: French rates, franchise or exemption.
Answer taxed_in_france(const VatQuestion& q, std::string_view rule)
{
    if (q.regime == Regime::franchise) {
        return zero_rated(
            q, {VatCategory::exempt, Mention::franchise, "VATEX-FR-FRANCHISE", "franchise_293b"});
    }
    if (q.regime == Regime::exempt) return exempt(q);
    return VatTreatment{VatCategory::standard, french_rates(q.supplied), "", "", "",
                        std::string(rule)};
}

Answer to_eu_business(const VatQuestion& q)
{
    if (q.regime == Regime::exempt) {
        return Uncovered{Say{
            "Un service exonéré rendu à une entreprise d'un autre État membre relève de la règle "
            "de cet État.",
            "An exempt service to a business in another member state follows that state's rule."}};
    }
    if (q.supplier_vat_number.empty()) {
        return Uncovered{
            Say{"L'autoliquidation demande un numéro de TVA intracommunautaire du prestataire.",
                "Reverse charge needs the supplier's intra-community VAT number."}};
    }
    if (q.customer_vat_number.empty() || q.vat_check.empty()) {
        return Uncovered{
            Say{"L'autoliquidation demande un numéro de TVA du client, vérifié auprès de VIES.",
                "Reverse charge needs the customer's VAT number, checked against VIES."}};
    }
    auto answer = zero_rated(q, {VatCategory::reverse_charge, Mention::reverse_charge,
                                 "VATEX-EU-AE", "eu_business_reverse_charge"});
    const auto basis = mention(Mention::reverse_charge_basis, q.supplied);
    if (!basis) return no_wording();
    if (auto* treatment = std::get_if<VatTreatment>(&answer)) treatment->remark = basis->fr;
    return answer;
}

Answer to_overseas_business(const VatQuestion& q, Territory territory)
{
    if (territory == Territory::antilles_reunion && q.regime == Regime::standard) {
        return VatTreatment{VatCategory::standard,
                            {BasisPoints{2000}, BasisPoints{850}, BasisPoints{210}},
                            "",
                            "",
                            "",
                            "overseas_department_business"};
    }
    if (territory == Territory::antilles_reunion) return taxed_in_france(q, "domestic");
    return Uncovered{
        Say{"Un service à une entreprise de Guyane ou de Mayotte n'est pas encore couvert.",
            "A service to a business in Guyane or Mayotte is not covered yet."}};
}

Answer general_rule(const VatQuestion& q)
{
    const auto where = territory_of(q.customer_address);
    const bool is_business =
        q.customer == Standing::taxable ||
        (q.customer == Standing::non_taxable_entity && !q.customer_vat_number.empty());
    if (where == Territory::metropolitan_france) return taxed_in_france(q, "domestic");
    if (!is_business) {
        if (where == Territory::outside_eu && q.service == ServiceCategory::intangible) {
            return zero_rated(q, {VatCategory::outside, Mention::outside_eu_consumer, "VATEX-EU-O",
                                  "outside_eu_consumer_intangible"});
        }
        return taxed_in_france(q, "consumer_abroad_general");
    }
    if (where == Territory::other_eu) return to_eu_business(q);
    if (where == Territory::outside_eu) {
        return zero_rated(q, {VatCategory::outside, Mention::outside_eu_business, "VATEX-EU-O",
                              "outside_eu_business"});
    }
    return to_overseas_business(q, where);
}

bool follows_the_general_rule(ServiceCategory service)
{
    return service == ServiceCategory::general || service == ServiceCategory::intangible;
}

Say taxed_where_performed()
{
    return {"Ce type de service est taxé là où il est rendu : à traiter à la main hors de France.",
            "This kind of service is taxed where it is performed: outside France it is handled by "
            "hand."};
}

} // namespace

std::vector<BasisPoints> french_rates(domain::Day day)
{
    using namespace std::chrono;
    if (day < 2014y / 1 / 1) return {}; // 19.6 and 7 %: never invoiced here
    return {BasisPoints{2000}, BasisPoints{1000}, BasisPoints{550}, BasisPoints{210}};
}

std::optional<Say> uncovered(ServiceCategory service, const domain::Country& performed_in)
{
    const bool is_covered =
        follows_the_general_rule(service) || performed_in == domain::Country::of("FR");
    return is_covered ? std::nullopt : std::optional(taxed_where_performed());
}

std::variant<VatTreatment, Uncovered> vat_treatment(const VatQuestion& q)
{
    if (territory_of(q.supplier_address) != Territory::metropolitan_france) {
        return Uncovered{
            Say{"Seuls les prestataires établis en France métropolitaine sont couverts.",
                "Only suppliers established in metropolitan France are covered."}};
    }
    if (follows_the_general_rule(q.service)) return general_rule(q);
    if (auto why = uncovered(q.service, q.performed_in)) return Uncovered{*std::move(why)};
    if (territory_of(q.customer_address) == Territory::metropolitan_france) {
        return taxed_in_france(q, "domestic");
    }
    return Uncovered{taxed_where_performed()};
}

} // namespace invoicing::law
