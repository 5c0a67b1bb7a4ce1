#pragma once

#include <string_view>

#include "ops/picture-helper/image.hpp"

namespace picture_helper {

/// A JPEG's picture, upright. One that is larger than it may be is decoded at the least eighth
/// that is still as large: the rest of its pixels is never there.
Image decoded_jpeg(std::string_view upload);

} // namespace picture_helper
