#pragma once

#include <string>

namespace ops {

/// The operator's mark from a file, as SVG: one that draws and does nothing else, or a PNG in a
/// frame of SVG. Throws std::runtime_error with what is wrong with it, to follow its key's name.
std::string read_mark(const std::string& path);

} // namespace ops
