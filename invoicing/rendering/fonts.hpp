#pragma once

#include <string_view>

namespace invoicing::rendering {

/// Whether the embedded fonts have a glyph for every character of `text` (UTF-8). Text of
/// the parties is asked for this where it is entered; invalid UTF-8 and control characters
/// are not covered.
bool covered_by_fonts(std::string_view text);

} // namespace invoicing::rendering
