#pragma once

#include <string_view>

namespace picture_helper {

/// How the camera was held (Exif 2.3, tag 0x0112), by an APP1 segment of a JPEG: 1 to 8; 1,
/// upright, when it does not say. Reads untrusted bytes and nothing but this one number.
int exif_orientation(std::string_view segment);

} // namespace picture_helper
