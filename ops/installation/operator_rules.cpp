#include "ops/installation/operator_rules.hpp"

#include "domain/profiles/legal_form.hpp"

namespace ops {

std::vector<WrongKey> wrong_in(const domain::platform::Company& company)
{
    if (company.legal_form.empty()) return {}; // told as missing
    const auto form = domain::profiles::parse_legal_form(company.legal_form);
    if (!form) {
        std::string known;
        for (const auto one : domain::profiles::known_legal_forms())
            known += (known.empty() ? "" : ", ") + std::string(one);
        return {{"legal_form", "is no legal form we know; there are " + known}};
    }
    std::vector<WrongKey> wrong;
    const auto need = [&](bool is_demanded, const char* key, const std::string& value) {
        if (is_demanded && value.empty()) wrong.push_back({key, "is missing for " + form->text()});
    };
    need(form->demands().capital, "capital", company.capital);
    need(form->demands().register_entry, "rcs_city", company.rcs_city);
    return wrong;
}

} // namespace ops
