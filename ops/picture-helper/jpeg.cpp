#include "ops/picture-helper/jpeg.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "ops/picture-helper/exif.hpp"

// It wants <cstddef> and <cstdio> before it.
#include <jpeglib.h>

namespace picture_helper {

namespace {

constexpr unsigned app1 = JPEG_APP0 + 1;

/// libjpeg knows no way back from an error: the process ends.
[[noreturn]] void on_error(j_common_ptr)
{
    end_with(Verdict::damaged);
}

void count_warning(j_common_ptr info, int level)
{
    if (level < 0) ++info->err->num_warnings;
}

/// Of eight: how much of each side is decoded.
unsigned eighths_of(std::int64_t longest)
{
    unsigned eighths = 8;
    while (eighths > 1 && longest * (eighths - 1) / 8 >= domain::pages::side_max)
        --eighths;
    return eighths;
}

/// Inks as Adobe writes them: inverted.
int color_of_inks(const JSAMPLE* inks, bool is_inverted)
{
    const auto light = [&](int ink) { return is_inverted ? inks[ink] : 255 - inks[ink]; };
    const auto mixed = [&](int ink) { return light(ink) * light(3) / 255; };
    return gdTrueColor(mixed(0), mixed(1), mixed(2));
}

int color_of_lights(const JSAMPLE* lights)
{
    return gdTrueColor(lights[0], lights[1], lights[2]);
}

Image pixels_of(jpeg_decompress_struct& info)
{
    const bool has_inks = info.out_color_space == JCS_CMYK;
    Image image(gdImageCreateTrueColor(static_cast<int>(info.output_width),
                                       static_cast<int>(info.output_height)),
                &gdImageDestroy);
    if (!image) end_with(Verdict::damaged);
    const auto samples = static_cast<std::size_t>(info.output_components);
    std::vector<JSAMPLE> row(info.output_width * samples);
    while (info.output_scanline < info.output_height) {
        int* pixels = image->tpixels[info.output_scanline];
        JSAMPROW rows[] = {row.data()};
        jpeg_read_scanlines(&info, rows, 1);
        for (std::size_t x = 0; x < info.output_width; ++x) {
            const auto* pixel = row.data() + x * samples;
            pixels[x] = has_inks ? color_of_inks(pixel, info.saw_Adobe_marker != FALSE)
                                 : color_of_lights(pixel);
        }
    }
    return image;
}

int orientation_of(const jpeg_decompress_struct& info)
{
    for (const auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
        const auto orientation =
            exif_orientation({reinterpret_cast<const char*>(marker->data), marker->data_length});
        if (orientation != 1) return orientation;
    }
    return 1;
}

Image turned(const Image& image, float degrees)
{
    auto* after = gdImageRotateInterpolated(image.get(), degrees, 0);
    if (after == nullptr) end_with(Verdict::damaged);
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

} // namespace

Image decoded_jpeg(std::string_view upload)
{
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    errors.error_exit = on_error;
    errors.emit_message = count_warning;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(upload.data()), upload.size());
    constexpr unsigned segment_max = 0xFFFF;
    jpeg_save_markers(&info, static_cast<int>(app1), segment_max);
    jpeg_read_header(&info, TRUE);
    check_size(info.image_width, info.image_height,
               std::int64_t{info.num_components} * info.data_precision);
    const int orientation = orientation_of(info); // the segments go with the decoding
    const bool has_inks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
    info.out_color_space = has_inks ? JCS_CMYK : JCS_RGB;
    info.scale_num = eighths_of(std::max(info.image_width, info.image_height));
    info.scale_denom = 8;
    jpeg_start_decompress(&info);
    auto image = pixels_of(info);
    jpeg_finish_decompress(&info);
    if (errors.num_warnings > 0) end_with(Verdict::damaged);
    jpeg_destroy_decompress(&info);
    return upright(std::move(image), orientation);
}

} // namespace picture_helper
