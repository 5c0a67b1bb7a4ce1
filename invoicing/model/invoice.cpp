#include "invoicing/model/invoice.hpp"

#include "domain/core/words.hpp"
#include "domain/profiles/legal_name.hpp"

namespace invoicing {

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::service_invoice: return "service_invoice";
    case Kind::commission_invoice: return "commission_invoice";
    case Kind::credit_note: return "credit_note";
    }
    return "";
}

std::optional<Kind> parse_kind(std::string_view text)
{
    return domain::named<Kind>(text);
}

std::string_view type_code(Kind kind)
{
    return kind == Kind::credit_note ? "381" : "380";
}

std::string_view code(VatCategory category)
{
    switch (category) {
    case VatCategory::standard: return "S";
    case VatCategory::exempt: return "E";
    case VatCategory::reverse_charge: return "AE";
    case VatCategory::outside: return "O";
    }
    return "";
}

std::string Party::full_name() const
{
    return domain::profiles::LegalName{name, trade_name}.text();
}

std::optional<VatCategory> parse_vat_category(std::string_view text)
{
    for (const auto category : {VatCategory::standard, VatCategory::exempt,
                                VatCategory::reverse_charge, VatCategory::outside}) {
        if (text == code(category)) return category;
    }
    return {};
}

} // namespace invoicing
