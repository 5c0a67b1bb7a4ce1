#pragma once

#include <string_view>

namespace domain::profiles {

/// Whether `code` is an officially assigned ISO 3166-1 alpha-2 code ("FR").
bool is_country(std::string_view code);

/// Whether the country is a member of the European Union (and so of its VAT territory, but for
/// territories that invoicing knows).
bool is_eu_country(std::string_view code);

} // namespace domain::profiles
