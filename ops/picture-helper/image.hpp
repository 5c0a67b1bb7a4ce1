#pragma once

#include <gd.h>

#include <memory>

#include "domain/pages/picture.hpp"

namespace picture_helper {

using domain::pages::Verdict;

using Image = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;

/// The process ends here: an exit status is all that it says besides the picture.
[[noreturn]] void end_with(Verdict verdict);

/// Ends with the reason unless a picture of this size and so many bits for each pixel may be
/// decoded.
void check_size(std::int64_t width, std::int64_t height, std::int64_t pixel_bits);

} // namespace picture_helper
