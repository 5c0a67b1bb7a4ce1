#include "invoicing/model/invoice.hpp"

#include "domain/core/words.hpp"
#include "domain/profiles/legal_name.hpp"

namespace invoicing {

namespace {

/// A kind, its word, and its code in UNTDID 1001.
struct KindLine {
    Kind kind;
    std::string_view name, type_code;
};

constexpr KindLine kinds[] = {
    {Kind::service_invoice, "service_invoice", "380"},
    {Kind::commission_invoice, "commission_invoice", "380"},
    {Kind::deposit_invoice, "deposit_invoice", "386"},
    {Kind::final_invoice, "final_invoice", "380"},
    {Kind::fee_invoice, "fee_invoice", "380"},
    {Kind::credit_note, "credit_note", "381"},
};

consteval bool every_kind_has_its_line()
{
    std::size_t at = 0;
    for (const auto kind : domain::values_of<Kind>()) {
        if (at == std::size(kinds) || kinds[at++].kind != kind) return false;
    }
    return at == std::size(kinds);
}

static_assert(every_kind_has_its_line());

const KindLine& line_of(Kind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view name(Kind kind)
{
    return line_of(kind).name;
}

std::optional<Kind> parse_kind(std::string_view text)
{
    return domain::named<Kind>(text);
}

std::string_view type_code(Kind kind)
{
    return line_of(kind).type_code;
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
