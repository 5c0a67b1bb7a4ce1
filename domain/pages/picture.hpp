#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace domain::pages {

inline constexpr std::size_t upload_max = 5UL * 1024 * 1024;
inline constexpr std::int64_t pixels_max = 16'000'000;
inline constexpr int side_max = 2048; // larger pictures are scaled down

/// A picture that is safe to publish.
struct Picture {
    std::string media_type; // image/png or image/jpeg
    std::string bytes;
};

/// Decodes a PNG or JPEG (told by its content, not by what the sender says) and encodes it anew,
/// so that nothing of the original but its pixels remains: no EXIF, no position, no hidden
/// payload; turned upright as EXIF says. Refuses other formats, more than `pixels_max` (read from
/// the header before anything is decoded) and what does not decode. Done by a process that ends
/// with it and holds no key (ops/picture-helper). Slow: never on an HTTP thread.
using Reencode = std::function<Picture(std::string_view upload)>;

/// What such a process made of an upload, told by its exit status; it has written the picture then.
enum class Verdict : int {
    png = 10,
    jpeg = 11,
    other_format = 12,
    too_many_pixels = 13,
    damaged = 14,
};

std::optional<Verdict> verdict_of(int exit_status);

/// The picture that `bytes` are by this verdict; refuses when there is none, also where the process
/// came to none: it died of the picture, or was ended after its time.
Picture picture_by(std::optional<Verdict> verdict, std::string bytes);

} // namespace domain::pages
