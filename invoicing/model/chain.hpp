#pragma once

#include <string>
#include <string_view>

namespace invoicing {

/// What the chain says about a record without telling it: H(salt ‖ record). Once the salt is
/// destroyed, nobody can tell what it was about, and the chain still verifies.
std::string commitment_of(std::string_view salt, std::string_view record);

/// The next link: H(link before ‖ commitment); "" before the first.
std::string linked(std::string_view previous, std::string_view commitment);

} // namespace invoicing
