#pragma once

#include <string>
#include <string_view>

#include "invoicing/model/invoice.hpp"
#include "invoicing/rendering/pdf.hpp"

namespace invoicing::rendering {

/// The Factur-X document: a PDF/A-3B whose pages show the invoice and whose attachment
/// factur-x.xml is `xml` (profile EN 16931). The same arguments always give the same bytes:
/// every date in it is the invoice's, its /ID is a digest of its content.
std::string factur_x(const Invoice& invoice, std::string_view xml, Copy copy = Copy::original);

} // namespace invoicing::rendering
