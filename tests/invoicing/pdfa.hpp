#pragma once

#include <string>
#include <vector>

namespace tests {

/// What a PDF lacks of a PDF/A-3B with a Factur-X attachment: one word per requirement
/// (ISO 19005-3 and the Factur-X profile). Empty when it has all.
std::vector<std::string> missing_for_factur_x(const std::string& bytes);

} // namespace tests
