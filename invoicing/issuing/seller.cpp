#include "invoicing/issuing/seller.hpp"

#include <algorithm>

#include "domain/core/check.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/law/territory.hpp"

namespace invoicing::issuing {

using namespace domain;

namespace {

/// Where the provider, or the operator, mends what the gate names.
struct Place {
    std::string_view of_seller, in_profile, in_configuration;
};
constexpr Place places[] = {
    {"seller.name", "company.name", "name"},
    {"seller.person", "person.surname", ""},
    {"seller.trade_name", "company.name", ""},
    {"seller.siren", "company.siret", "siren"},
    {"seller.legal_form", "company.legal_form", "legal_form"},
    {"seller.share_capital", "company.capital", "capital"},
    {"seller.register_entry", "company.rcs_city", "rcs_city"},
    {"seller.vat_regime", "company.vat_regime", ""},
    {"seller.vat_number", "company.vat_number", "vat_number"},
    {"seller.address.line_one", "address.line1", "address"},
    {"seller.address.postcode", "address.postcode", "postcode"},
    {"seller.address.city", "address.city", "city"},
    {"seller.address.country", "address.country", "country"},
};

/// The complaints, each where `column` says that it is mended.
std::vector<FieldError> mended_at(Complaints complaints, std::string_view Place::*column)
{
    auto wrong = std::move(complaints).list();
    for (auto& one : wrong) {
        const auto* place = std::ranges::find(places, one.field, &Place::of_seller);
        check(place != std::end(places), "every mention of a seller is mended somewhere");
        one.field = place->*column;
    }
    return wrong;
}

/// The supplier's half of the VAT question: a sale to a neighbour.
void need_covered_vat(Complaints& complaints, const Identity& seller, law::Regime regime, Day day)
{
    law::VatQuestion question;
    question.supplier_address = seller.address;
    question.supplier_vat_number = seller.vat_number;
    question.regime = regime;
    question.customer_address = seller.address;
    question.supplied = day;
    const auto answer = law::vat_treatment(question);
    const auto* uncovered = std::get_if<law::Uncovered>(&answer);
    if (uncovered == nullptr) return;
    const bool is_elsewhere =
        law::territory_of(seller.address) != law::Territory::metropolitan_france;
    complaints.add(is_elsewhere ? "seller.address.country" : "seller.vat_regime", uncovered->why);
}

} // namespace

void need_seller(Complaints& complaints, const std::string& who, const Identity& seller,
                 std::optional<law::Regime> regime)
{
    complaints.need(who + (seller.is_person ? ".person" : ".name"), seller.name,
                    {"La dénomination est obligatoire.", "The name is mandatory."});
    complaints.may_print(who + ".trade_name", seller.trade_name);
    complaints.need(who + ".siren", seller.siren,
                    {"Le SIREN du vendeur est obligatoire.", "The seller's SIREN is mandatory."});
    complaints.need(who + ".legal_form", seller.legal_form ? seller.legal_form->text() : "",
                    {"La forme juridique (ou « EI ») est obligatoire.",
                     "The legal form (or \"EI\") is mandatory."});
    const auto demands = seller.legal_form ? seller.legal_form->demands() : profiles::Demands{};
    if (demands.register_entry) {
        complaints.need(who + ".register_entry", seller.register_entry,
                        {"La mention du registre (« RCS Lyon ») est obligatoire pour une société.",
                         "The register entry (\"RCS Lyon\") is mandatory for a company."});
    }
    if (demands.capital) {
        complaints.need(who + ".share_capital", seller.share_capital,
                        {"Le capital social est obligatoire pour une société commerciale.",
                         "The share capital is mandatory for a commercial company."});
    }
    if (!regime) {
        complaints.add(who + ".vat_regime", {"Le régime de TVA du vendeur est obligatoire.",
                                             "The seller's VAT regime is mandatory."});
    } else if (*regime == law::Regime::standard) {
        complaints.need(who + ".vat_number", seller.vat_number,
                        {"Le numéro de TVA du vendeur est obligatoire.",
                         "The seller's VAT number is mandatory."});
    }
    complaints.need_address(who, seller);
}

std::vector<FieldError> wrong_in_seller(const payees::BillingIdentity& provider, Day day)
{
    const auto seller = identity_of(provider, true);
    Complaints complaints;
    need_seller(complaints, "seller", seller, provider.vat_regime);
    if (provider.vat_regime) need_covered_vat(complaints, seller, *provider.vat_regime, day);
    return mended_at(std::move(complaints), &Place::in_profile);
}

std::vector<FieldError> wrong_in_operator(const platform::Company& company)
{
    const auto seller = identity_of(company);
    Complaints complaints;
    need_seller(complaints, "seller", seller, law::Regime::standard);
    if (law::territory_of(seller.address) != law::Territory::metropolitan_france) {
        complaints.add("seller.address.postcode",
                       {"La commission ne peut être facturée que depuis la France métropolitaine.",
                        "The commission can only be invoiced from metropolitan France."});
    }
    return mended_at(std::move(complaints), &Place::in_configuration);
}

} // namespace invoicing::issuing
