#include "invoicing/issuing/buyer.hpp"

#include <algorithm>

#include "domain/core/check.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/law/territory.hpp"

namespace invoicing::issuing {

using namespace domain;

namespace {

/// Where the client mends what the gate names.
struct Place {
    std::string_view of_buyer, of_person, of_company;
};
constexpr Place places[] = {
    {"buyer.name", "person.surname", "company.name"},
    {"buyer.trade_name", "company.name", "company.name"},
    {"buyer.siren", "company.siret", "company.siret"},
    {"buyer.vat", "address.country", "address.country"},
    {"buyer.address.line_one", "address.line1", "address.line1"},
    {"buyer.address.postcode", "address.postcode", "address.postcode"},
    {"buyer.address.city", "address.city", "address.city"},
    {"buyer.address.country", "address.country", "address.country"},
};

void need_covered_vat(Complaints& complaints, const Identity& buyer, const Identity& seller,
                      Day day)
{
    law::VatQuestion question;
    question.supplier_address = seller.address;
    question.supplier_vat_number = seller.vat_number;
    question.customer = buyer.standing;
    question.customer_address = buyer.address;
    question.customer_vat_number = buyer.vat_number;
    question.vat_check = buyer.vat_check;
    question.supplied = day;
    const auto answer = law::vat_treatment(question);
    if (const auto* uncovered = std::get_if<law::Uncovered>(&answer))
        complaints.add("buyer.vat", uncovered->why);
}

} // namespace

void need_buyer(Complaints& complaints, const std::string& who, const Identity& buyer)
{
    complaints.need(who + ".name", buyer.name,
                    {"Le nom du client est obligatoire.", "The customer's name is mandatory."});
    complaints.may_print(who + ".trade_name", buyer.trade_name);
    if (buyer.standing == law::Standing::taxable && law::is_french(buyer.address)) {
        complaints.need(who + ".siren", buyer.siren,
                        {"Le SIREN du client professionnel est obligatoire.",
                         "A business customer's SIREN is mandatory."});
    }
    complaints.need_address(who, buyer);
}

std::vector<FieldError> wrong_in_buyer(const payees::BillingIdentity& client,
                                       const platform::Company& company, Day day)
{
    const auto buyer = identity_of(client, false);
    Complaints complaints;
    need_buyer(complaints, "buyer", buyer);
    need_covered_vat(complaints, buyer, identity_of(company), day);
    const auto in_profile = buyer.is_person ? &Place::of_person : &Place::of_company;
    auto wrong = std::move(complaints).list();
    for (auto& one : wrong) {
        const auto* place = std::ranges::find(places, one.field, &Place::of_buyer);
        check(place != std::end(places), "every mention of a buyer is mended somewhere");
        one.field = (*place).*in_profile;
    }
    return wrong;
}

} // namespace invoicing::issuing
