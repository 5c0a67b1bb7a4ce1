#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/version.hpp"

namespace domain {
class RetryLater;
}

namespace domain::pages {

inline constexpr std::size_t upload_max = 5UL * 1024 * 1024;
inline constexpr std::int64_t pixels_max = 16'000'000;
inline constexpr std::int64_t opened_max = 64'000'000; // bytes: four channels of eight bits each
inline constexpr std::chrono::seconds processor_max{3};
inline constexpr int side_max = 2048; // larger pictures are scaled down

/// A picture that is safe to publish.
struct Picture {
    std::string media_type; // image/png or image/jpeg
    std::string bytes;
};

/// Decodes a PNG or JPEG (told by its content, not by what the sender says) and encodes it anew,
/// so that nothing of the original but its pixels remains: no EXIF, no position, no hidden
/// payload; turned upright as EXIF says. Refuses other formats, more than `pixels_max` or, opened,
/// `opened_max` (read from the header before anything is decoded), what takes more than
/// `processor_max` and what does not decode; RetryLater where it came to none of this. Done by a
/// process that ends with it and holds no key (ops/picture-helper). Slow: never on an HTTP thread.
using Reencode = std::function<Picture(std::string_view upload)>;

/// What such a process made of an upload, told by its exit status; it has written the picture then.
enum class Verdict : int {
    png = 10,
    jpeg = 11,
    other_format = 12,
    too_many_pixels = 13,
    damaged = 14,
    too_many_bytes = 15,
    too_costly = 16,
};

std::optional<Verdict> verdict_of(int exit_status);

/// The picture that `bytes` are by this verdict; refuses when there is none.
Picture picture_by(Verdict verdict, std::string bytes);

/// For when there is no verdict, which is no fault of the picture's: the process could not start,
/// died, or was ended because the machine was too slow for it.
RetryLater no_verdict();

/// What such a process writes when it is asked for `--version`: what else may be in its place is
/// not to be handed uploads.
inline std::string reader_version()
{
    return "entremise-pictures " + std::string(version);
}

} // namespace domain::pages
