#pragma once

#include <pango/pango.h>

namespace invoicing::rendering {

/// The font map of this thread: DejaVu Sans Condensed, regular and bold, and nothing else, whatever
/// is installed on the machine. Kept for the thread's life because building it is slow.
PangoFontMap* embedded_fonts();

} // namespace invoicing::rendering
