#pragma once

#include <string>

#include "invoicing/model/invoice.hpp"

namespace invoicing::rendering {

/// The invoice as UN/CEFACT Cross Industry Invoice (D16B) in the EN 16931 profile, with what
/// the French rules (XP Z12-012) add. UTF-8; the same invoice always gives the same bytes.
std::string cii_xml(const Invoice& invoice);

} // namespace invoicing::rendering
