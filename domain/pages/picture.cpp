#include "domain/pages/picture.hpp"

#include <gd.h>
#include <magic.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/pages/exif.hpp"

namespace domain::pages {

namespace {

using Image = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;
using Encoded = std::unique_ptr<void, decltype(&gdFree)>;

constexpr int jpeg_quality = 85;

Refused refused(Say why)
{
    return {Refusal::unsupported_media, std::move(why)};
}

Refused unreadable()
{
    return refused({"Cette image est abîmée.", "This picture is damaged."});
}

std::string media_type_of(std::string_view upload)
{
    const std::unique_ptr<magic_set, decltype(&magic_close)> cookie(magic_open(MAGIC_MIME_TYPE),
                                                                    &magic_close);
    check(cookie && magic_load(cookie.get(), nullptr) == 0, "libmagic has its data");
    const char* found = magic_buffer(cookie.get(), upload.data(), upload.size());
    return found == nullptr ? "" : found;
}

struct Size {
    std::int64_t width = 0, height = 0;
};

std::int64_t big_endian(std::string_view bytes)
{
    std::int64_t value = 0;
    for (const char byte : bytes)
        value = value * 256 + static_cast<unsigned char>(byte);
    return value;
}

/// IHDR is always the first chunk (PNG 3rd edition, 11.2.1).
std::optional<Size> png_size(std::string_view upload)
{
    if (upload.size() < 24 || upload.substr(12, 4) != "IHDR") return {};
    return Size{big_endian(upload.substr(16, 4)), big_endian(upload.substr(20, 4))};
}

/// Walks the marker segments to the first frame header (ITU-T T.81, B.2.2).
std::optional<Size> jpeg_size(std::string_view upload)
{
    std::size_t at = 2;
    while (at + 9 < upload.size() && upload[at] == '\xff') {
        const auto marker = static_cast<unsigned char>(upload[at + 1]);
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) {
            return Size{big_endian(upload.substr(at + 7, 2)), big_endian(upload.substr(at + 5, 2))};
        }
        const bool is_padding = marker == 0xFF;
        at += is_padding ? 1 : 2 + static_cast<std::size_t>(big_endian(upload.substr(at + 2, 2)));
    }
    return {};
}

void check_size(const std::optional<Size>& size)
{
    if (!size || size->width < 1 || size->height < 1) throw unreadable();
    if (size->width > 65'535 || size->height > 65'535 || size->width * size->height > pixels_max) {
        throw Refused(Refusal::too_large, {"Cette image dépasse 40 millions de pixels.",
                                           "This picture exceeds 40 million pixels."});
    }
}

Image decoded(std::string_view upload, bool is_png)
{
    const auto size = static_cast<int>(upload.size());
    auto* data = const_cast<char*>(upload.data()); // gd reads only
    auto* image =
        is_png ? gdImageCreateFromPngPtr(size, data) : gdImageCreateFromJpegPtrEx(size, data, 0);
    if (image == nullptr) throw unreadable();
    return {image, &gdImageDestroy};
}

Image turned(const Image& image, float degrees)
{
    auto* after = gdImageRotateInterpolated(image.get(), degrees, 0);
    check(after != nullptr, "a decoded picture can be turned");
    return {after, &gdImageDestroy};
}

/// The picture as its camera meant it, since the note that says so does not survive.
Image upright(Image image, int orientation)
{
    const bool is_mirrored =
        orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (is_mirrored) gdImageFlipHorizontal(image.get());
    switch (orientation) { // what is left is a turn, counter-clockwise
    case 3:
    case 4: return turned(image, 180);
    case 6:
    case 7: return turned(image, 270);
    case 5:
    case 8: return turned(image, 90);
    default: return image;
    }
}

Image scaled(Image image)
{
    const int longest = std::max(gdImageSX(image.get()), gdImageSY(image.get()));
    if (longest <= side_max) return image;
    const auto fit = [&](int side) {
        return static_cast<unsigned>(
            std::max<std::int64_t>(1, std::int64_t{side} * side_max / longest));
    };
    auto* smaller =
        gdImageScale(image.get(), fit(gdImageSX(image.get())), fit(gdImageSY(image.get())));
    check(smaller != nullptr, "a decoded picture can be scaled");
    return {smaller, &gdImageDestroy};
}

std::string encoded(gdImage& image, bool is_png)
{
    int size = 0;
    if (is_png) gdImageSaveAlpha(&image, 1);
    const Encoded bytes(is_png ? gdImagePngPtr(&image, &size)
                               : gdImageJpegPtr(&image, &size, jpeg_quality),
                        &gdFree);
    check(bytes && size > 0, "a decoded picture can be encoded");
    return {static_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

} // namespace

Picture reencoded(std::string_view upload)
{
    static const bool is_quiet = [] {
        gdSetErrorMethod([](int, const char*, va_list) {}); // it would write to stderr
        return true;
    }();
    check(is_quiet && upload.size() <= upload_max, "the route bounds uploads");
    const auto media_type = media_type_of(upload);
    const bool is_png = media_type == "image/png";
    if (!is_png && media_type != "image/jpeg") {
        throw refused(
            {"Une image PNG ou JPEG est attendue.", "A PNG or JPEG picture is expected."});
    }
    check_size(is_png ? png_size(upload) : jpeg_size(upload));
    const int orientation = is_png ? 1 : exif_orientation(upload);
    const auto image = upright(scaled(decoded(upload, is_png)), orientation);
    return {media_type, encoded(*image, is_png)};
}

} // namespace domain::pages
