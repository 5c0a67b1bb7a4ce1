#include "invoicing/issuing/complaints.hpp"

#include "invoicing/law/territory.hpp"
#include "invoicing/rendering/fonts.hpp"

namespace invoicing::issuing {

using namespace domain;

namespace {

constexpr std::size_t text_max = 600; // bytes: a line of an invoice never fills a page

} // namespace

void Complaints::add(const std::string& field, Say why)
{
    list_.push_back({field, std::move(why)});
}

void Complaints::need(const std::string& field, const std::string& value, Say why)
{
    if (value.empty()) add(field, std::move(why));
    may_print(field, value);
}

void Complaints::may_print(const std::string& field, const std::string& value)
{
    if (value.size() > text_max) {
        add(field, {"Texte trop long pour une facture.", "Text too long for an invoice."});
    }
    if (!rendering::covered_by_fonts(value)) {
        add(field, {"Contient un caractère que nos documents ne savent pas imprimer.",
                    "Contains a character that our documents cannot print."});
    }
}

void Complaints::need_address(const std::string& who, const Identity& identity)
{
    const Say street{"L'adresse est obligatoire sur la facture.",
                     "The address is mandatory on the invoice."};
    need(who + ".address.line_one", identity.address.line_one, street);
    need(who + ".address.city", identity.address.city, street);
    need(who + ".address.country", identity.address.country.text(), street);
    if (law::is_french(identity.address))
        need(who + ".address.postcode", identity.address.postcode, street);
}

} // namespace invoicing::issuing
