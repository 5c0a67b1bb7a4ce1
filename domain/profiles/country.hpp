#pragma once

#include <string_view>

namespace domain::profiles {

/// Whether `code` is an officially assigned ISO 3166-1 alpha-2 code ("FR").
bool is_country(std::string_view code);

} // namespace domain::profiles
