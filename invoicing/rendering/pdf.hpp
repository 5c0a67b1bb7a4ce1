#pragma once

#include <string>

#include "invoicing/model/invoice.hpp"

namespace invoicing::rendering {

/// The invoice as A4 pages (a plain PDF: factur_x() makes it an archive document).
/// Drawn from the frozen invoice alone; the same invoice gives the same bytes.
std::string pdf_pages(const Invoice& invoice);

} // namespace invoicing::rendering
