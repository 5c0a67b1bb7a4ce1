#include "ops/picture-helper/image.hpp"

#include <cstdint>
#include <cstdlib>

namespace picture_helper {

void end_with(Verdict verdict)
{
    // Nothing runs at the end: there is nobody to clean up for.
    std::_Exit(static_cast<int>(verdict));
}

void check_size(std::int64_t width, std::int64_t height, std::int64_t pixel_bits)
{
    constexpr std::int64_t jpeg_side_max = 65'535;
    if (width < 1 || height < 1 || pixel_bits < 1) end_with(Verdict::damaged);
    const bool is_wide = width > jpeg_side_max || height > jpeg_side_max;
    if (is_wide || width * height > domain::pages::pixels_max) end_with(Verdict::too_many_pixels);
    constexpr std::int64_t byte = 8;
    if (width * height > domain::pages::opened_max * byte / pixel_bits)
        end_with(Verdict::too_many_bytes);
}

} // namespace picture_helper
