#include "ops/picture-helper/reencoded.hpp"

#include <magic.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "ops/picture-helper/jpeg.hpp"

namespace picture_helper {

namespace {

using Encoded = std::unique_ptr<void, decltype(&gdFree)>;

constexpr int jpeg_quality = 85;

std::int64_t big_endian(std::string_view bytes)
{
    std::int64_t value = 0;
    for (const char byte : bytes)
        value = value * 256 + static_cast<unsigned char>(byte);
    return value;
}

/// How many numbers a pixel is, by its colour type: lights and their opacity; one grey, or a place
/// in the palette.
std::int64_t channels_of(std::int64_t colour_type)
{
    switch (colour_type) {
    case 2: return 3;
    case 4: return 2;
    case 6: return 4;
    default: return 1;
    }
}

/// IHDR is always the first chunk (PNG 3rd edition, 11.2.1).
Image decoded_png(std::string_view upload)
{
    if (upload.size() < 26 || upload.substr(12, 4) != "IHDR") end_with(Verdict::damaged);
    const auto depth = big_endian(upload.substr(24, 1));
    check_size(big_endian(upload.substr(16, 4)), big_endian(upload.substr(20, 4)),
               depth * channels_of(big_endian(upload.substr(25, 1))));
    auto* image = gdImageCreateFromPngPtr(static_cast<int>(upload.size()),
                                          const_cast<char*>(upload.data())); // gd reads only
    if (image == nullptr) end_with(Verdict::damaged);
    return {image, &gdImageDestroy};
}

Image scaled(Image image)
{
    constexpr auto side_max = domain::pages::side_max;
    const int longest = std::max(gdImageSX(image.get()), gdImageSY(image.get()));
    if (longest <= side_max) return image;
    const auto fit = [&](int side) {
        return static_cast<unsigned>(
            std::max<std::int64_t>(1, std::int64_t{side} * side_max / longest));
    };
    auto* smaller =
        gdImageScale(image.get(), fit(gdImageSX(image.get())), fit(gdImageSY(image.get())));
    if (smaller == nullptr) end_with(Verdict::damaged);
    return {smaller, &gdImageDestroy};
}

std::string encoded(gdImage& image, bool is_png)
{
    int size = 0;
    if (is_png) gdImageSaveAlpha(&image, 1);
    const Encoded bytes(is_png ? gdImagePngPtr(&image, &size)
                               : gdImageJpegPtr(&image, &size, jpeg_quality),
                        &gdFree);
    if (!bytes || size < 1) end_with(Verdict::damaged);
    return {static_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

} // namespace

Reencoded reencoded(magic_set* magic, std::string_view upload)
{
    const char* found = magic_buffer(magic, upload.data(), upload.size());
    const std::string_view media_type = found == nullptr ? "" : found;
    const bool is_png = media_type == "image/png";
    if (!is_png && media_type != "image/jpeg") end_with(Verdict::other_format);
    const auto image = scaled(is_png ? decoded_png(upload) : decoded_jpeg(upload));
    return {is_png ? Verdict::png : Verdict::jpeg, encoded(*image, is_png)};
}

} // namespace picture_helper
