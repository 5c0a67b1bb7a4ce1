#pragma once

#include <cstdint>
#include <string>

#include "invoicing/model/invoice.hpp"

namespace invoicing::rendering {

/// A duplicate says so on every page.
enum class Copy : std::uint8_t { original, duplicate };

/// The invoice as A4 pages (a plain PDF: factur_x() makes it an archive document).
/// Drawn from the frozen invoice alone; the same invoice gives the same bytes.
std::string pdf_pages(const Invoice& invoice, Copy copy = Copy::original);

} // namespace invoicing::rendering
