#pragma once

#include <string>
#include <string_view>

namespace domain::pages {

inline constexpr std::size_t upload_max = 5UL * 1024 * 1024;
inline constexpr std::int64_t pixels_max = 40'000'000;
inline constexpr int side_max = 2048; // larger pictures are scaled down

/// A picture that is safe to publish.
struct Picture {
    std::string media_type; // image/png or image/jpeg
    std::string bytes;
};

/// Decodes a PNG or JPEG (told by its content, not by what the sender says) and encodes it
/// anew, so that nothing of the original but its pixels remains: no EXIF, no position, no
/// hidden payload; turned upright as EXIF says. Refuses other formats, more than 40 million pixels
/// (read from the header before anything is decoded) and what does not decode. Slow: never on an
/// HTTP thread.
Picture reencoded(std::string_view upload);

} // namespace domain::pages
