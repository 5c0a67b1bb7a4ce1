#pragma once

#include <string_view>

namespace domain::pages {

/// How a JPEG's camera was held (Exif 2.3, tag 0x0112): 1 to 8; 1, upright, when it does not
/// say. Reads untrusted bytes and nothing but this one number.
int exif_orientation(std::string_view jpeg);

} // namespace domain::pages
