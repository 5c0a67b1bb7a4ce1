#pragma once

#include <string>

#include "invoicing/model/invoice.hpp"

namespace invoicing::rendering {

/// `text` of a page, with what it calls `party` kept in its place: name first, then trade name,
/// from left to right as the page is, though one be written from right to left (Unicode UAX #9:
/// without marks the dash between two Arabic names turns them around, and an Arabic name in front
/// turns the line). The marks (U+200E) have no glyph. A name without such letters is left as it is.
std::string in_reading_order(std::string text, const Party& party);

} // namespace invoicing::rendering
