#include "api/json/views.hpp"

#include <nlohmann/json.hpp>

#include "domain/pages/page.hpp"

namespace api {

using namespace domain;
using nlohmann::json;

namespace {

json or_null(const std::string& text)
{
    return text.empty() ? json() : json(text);
}

} // namespace

json money_view(Money amount)
{
    return {{"amount", amount.minor()}, {"currency", code(amount.currency())}};
}

json time_view(const std::optional<Instant>& instant)
{
    return instant ? json(to_text(*instant)) : json();
}

json fields_view(const std::vector<FieldError>& fields, Language language)
{
    auto list = json::array();
    for (const auto& [field, message] : fields)
        list.push_back({{"field", field}, {"detail", message.in(language)}});
    return list;
}

json identification(const payees::BillingIdentity& party)
{
    const auto& address = party.address;
    return {{"name", party.name.text()},
            {"is_company", party.is_company},
            {"legal_form", or_null(party.legal_form ? party.legal_form->text() : "")},
            {"siret", or_null(party.siret)},
            {"vat_number", or_null(party.vat_number)},
            {"address",
             {{"line1", or_null(address.line1)},
              {"line2", or_null(address.line2)},
              {"postcode", or_null(address.postcode)},
              {"city", or_null(address.city)},
              {"country", or_null(address.country.text())}}}};
}

json rating_view(std::int64_t sum, std::int64_t count)
{
    return {{"average", count == 0 ? json() : json(decimal(eur(pages::mean_e2(sum, count))))},
            {"count", count}};
}

} // namespace api
