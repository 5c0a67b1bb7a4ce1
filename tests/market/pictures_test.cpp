// What becomes of an uploaded picture, in a process of its own.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "domain/core/refused.hpp"
#include "ops/installation/picture_helper.hpp"
#include "tests/market/picture_program.hpp"
#include "tests/market/publishing.hpp"

// It wants <cstdio> before it.
#include <jpeglib.h>

namespace tests {

namespace {

using domain::Refusal;
using domain::pages::Picture;

const ops::PictureHelper& helper()
{
    static const ops::PictureHelper one(BINARY_DIR "/entremise-pictures");
    return one;
}

struct Pictures : Publishing {
    using Publishing::some_picture;
};

using Image = std::unique_ptr<gdImage, decltype(&gdImageDestroy)>;

Image seen(const Picture& picture)
{
    EXPECT_EQ(picture.media_type, "image/jpeg");
    return {gdImageCreateFromJpegPtr(static_cast<int>(picture.bytes.size()),
                                     const_cast<char*>(picture.bytes.data())),
            &gdImageDestroy};
}

int blue_at(const Image& image, int x, int y)
{
    return gdImageGetTrueColorPixel(image.get(), x, y) & 0xff;
}

constexpr int blue = 128;

Refusal refusal_of(const std::string& upload)
{
    try {
        helper()(upload);
    } catch (const domain::Refused& refused) {
        return refused.why();
    }
    ADD_FAILURE() << "it was taken";
    return Refusal::not_found;
}

TEST(PictureHelper, ScalesLargePicturesDown)
{
    const auto image = seen(helper()(Pictures::some_picture(false, 4096, 1024)));
    ASSERT_NE(image, nullptr);
    EXPECT_EQ(gdImageSX(image.get()), 2048);
    EXPECT_EQ(gdImageSY(image.get()), 512);
    EXPECT_GT(blue_at(image, 1000, 500), blue) << "blue on its left half";
    EXPECT_LT(blue_at(image, 1050, 10), blue);
    const auto odd = seen(helper()(Pictures::some_picture(false, 3001, 1999)));
    EXPECT_EQ(gdImageSX(odd.get()), 2048);
    EXPECT_NEAR(gdImageSY(odd.get()), 1364, 1);
    const auto fitting = seen(helper()(Pictures::some_picture(false, 2048, 100)));
    EXPECT_EQ(gdImageSX(fitting.get()), 2048);
    EXPECT_EQ(gdImageSY(fitting.get()), 100);
}

/// The top left corner of what `orientation` makes of a picture that is blue on its left half.
int corner_of(std::string jpeg, char orientation)
{
    const std::string tiff = std::string("MM\0\x2a\0\0\0\x08\0\x01", 10) +
                             std::string("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation +
                             std::string(6, '\0');
    const auto exif = std::string("Exif\0\0", 6) + tiff;
    jpeg.insert(2, std::string{'\xff', '\xe1', '\0', static_cast<char>(exif.size() + 2)} + exif);
    const auto image = seen(helper()(jpeg));
    const bool is_on_its_side = orientation >= 5 && orientation <= 8;
    EXPECT_EQ(gdImageSX(image.get()), is_on_its_side ? 40 : 60);
    EXPECT_EQ(gdImageSY(image.get()), is_on_its_side ? 60 : 40);
    return blue_at(image, 4, 4);
}

TEST(PictureHelper, ShowsPicturesUprightAsTheCameraNoted)
{
    // Blue lies to the left; each orientation moves it to the side that the note says.
    const auto picture = Pictures::some_picture(false);
    EXPECT_GT(corner_of(picture, 1), blue);
    EXPECT_LT(corner_of(picture, 2), blue); // mirrored: to the right
    EXPECT_LT(corner_of(picture, 3), blue); // upside down: to the right
    EXPECT_GT(corner_of(picture, 4), blue); // mirrored and upside down: left again
    EXPECT_GT(corner_of(picture, 5), blue); // transposed: to the top
    EXPECT_GT(corner_of(picture, 6), blue); // turned clockwise: to the top
    EXPECT_LT(corner_of(picture, 7), blue); // to the bottom
    EXPECT_LT(corner_of(picture, 8), blue); // turned counter-clockwise: to the bottom
    EXPECT_GT(corner_of(picture, 99), blue) << "nonsense is upright";
}

TEST(PictureHelper, RefusesMoreThanSixteenMillionPixelsByTheHeaderAlone)
{
    auto jpeg = Pictures::some_picture(false);
    const auto frame = jpeg.find("\xff\xc0");
    ASSERT_NE(frame, std::string::npos);
    jpeg.replace(frame + 5, 4, std::string("\x0f\xa1\x0f\xa0", 4)); // 4001 x 4000
    EXPECT_EQ(refusal_of(jpeg), Refusal::too_large);
    jpeg.replace(frame + 5, 4, std::string("\x0f\xa0\x0f\xa0", 4)); // 4000 x 4000: read, and wrong
    EXPECT_EQ(refusal_of(jpeg), Refusal::unsupported_media);
    auto png = Pictures::some_picture(true);
    png.replace(16, 8, std::string("\0\0\x0f\xa0\0\0\x0f\xa1", 8));
    EXPECT_EQ(refusal_of(png), Refusal::too_large);
}

TEST(PictureHelper, RefusesMoreThanSixtyFourMillionBytesByTheHeaderAlone)
{
    auto png = Pictures::some_picture(true);
    constexpr char depth = 16;
    constexpr char lights_and_opacity = 6;
    png.replace(24, 2, std::string{depth, lights_and_opacity});
    png.replace(16, 8, std::string("\0\0\x0f\xa0\0\0\x0f\xa0", 8)); // 4000 x 4000
    EXPECT_EQ(refusal_of(png), Refusal::too_large);
    png.replace(16, 8, std::string("\0\0\x0f\xa0\0\0\x07\xd0", 8)); // 4000 x 2000: read, and wrong
    EXPECT_EQ(refusal_of(png), Refusal::unsupported_media);
}

/// White, and its last scan so often that each pixel is gone through `times` times.
std::string jpeg_of_many_scans(int times)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = info.image_height = 4000;
    info.input_components = 1;
    info.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    std::string row(info.image_width, '\xff');
    JSAMPROW rows[] = {reinterpret_cast<unsigned char*>(row.data())};
    while (info.next_scanline < info.image_height)
        jpeg_write_scanlines(&info, rows, 1);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string jpeg(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    const auto tables = jpeg.rfind("\xff\xc4"); // of the last scan
    const auto scan = jpeg.substr(tables, jpeg.size() - 2 - tables);
    std::string repeated;
    for (int i = 0; i < times; ++i)
        repeated += scan;
    return jpeg.insert(tables, repeated);
}

/// However little of a picture there is, it takes three seconds of processor at most.
TEST(PictureHelper, RefusesWhatTakesTooMuchWork)
{
    using namespace std::chrono_literals;
    const ops::PictureHelper patient(BINARY_DIR "/entremise-pictures", 120s); // of a loaded machine
    try {
        patient(jpeg_of_many_scans(2000));
        ADD_FAILURE() << "it was taken";
    } catch (const domain::Refused& refused) {
        EXPECT_EQ(refused.why(), Refusal::unsupported_media);
        EXPECT_NE(refused.detail().en.find("too much work"), std::string::npos);
    }
}

TEST(PictureHelper, RefusesWhatIsCutOff)
{
    for (const bool png : {true, false}) {
        const auto whole = Pictures::some_picture(png, 600, 400);
        EXPECT_EQ(refusal_of(whole.substr(0, whole.size() / 2)), Refusal::unsupported_media);
    }
    EXPECT_EQ(refusal_of(""), Refusal::unsupported_media);
}

/// One pixel in inks, as Adobe's programs write them.
std::string jpeg_in_inks(const std::array<unsigned char, 4>& inks)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = info.image_height = 1;
    info.input_components = 4;
    info.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&info);
    jpeg_start_compress(&info, TRUE);
    auto pixel = inks;
    JSAMPROW rows[] = {pixel.data()};
    jpeg_write_scanlines(&info, rows, 1);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string jpeg(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return jpeg;
}

TEST(PictureHelper, ShowsInksAsLights)
{
    const auto red = seen(helper()(jpeg_in_inks({255, 0, 0, 255})));
    const int color = gdImageGetTrueColorPixel(red.get(), 0, 0);
    EXPECT_GT(gdTrueColorGetRed(color), 200);
    EXPECT_LT(gdTrueColorGetGreen(color), 60);
    EXPECT_LT(gdTrueColorGetBlue(color), 60);
    const auto black = seen(helper()(jpeg_in_inks({255, 0, 0, 0})));
    EXPECT_LT(gdTrueColorGetRed(gdImageGetTrueColorPixel(black.get(), 0, 0)), 60);
}

TEST(PictureHelper, InheritsNothingButTheUpload)
{
    const Temporary folder;
    const auto secret = folder.path() + "/master.key";
    std::ofstream(secret) << "a secret";
    FILE* open = std::fopen(secret.c_str(), "r"); // not closed by exec
    ASSERT_NE(open, nullptr);
    ::setenv("ENTREMISE_A_SECRET", "in the environment", 1);
    const ops::PictureHelper teller(program_that(folder, R"sh(/bin/cat /proc/$$/environ
for one in /proc/$$/fd/*; do echo "${one##*/} $(/bin/readlink $one)"; done
while read -r line; do case $line in SigBlk*) echo "$line" ;; esac; done </proc/$$/status
/bin/pwd
exit 10)sh"));
    const auto told = teller("the upload").bytes;
    ::unsetenv("ENTREMISE_A_SECRET");
    std::fclose(open);

    EXPECT_EQ(told.find("0 /memfd:picture"), 0U) << "no environment before it: " << told;
    EXPECT_NE(told.find("1 /memfd:picture"), std::string::npos) << told;
    EXPECT_NE(told.find("2 /dev/null"), std::string::npos) << told;
    EXPECT_EQ(told.find("master.key"), std::string::npos) << told;
    EXPECT_NE(told.find("SigBlk:\t0000000000000000"), std::string::npos) << told;
    EXPECT_EQ(told.substr(told.size() - 3), "\n/\n") << told;
}

/// What the operator is told of a program in its place; "" when it is the right one.
std::string told_of(const std::string& program)
{
    try {
        ops::PictureHelper(program).prove_itself();
    } catch (const std::runtime_error& wrong) {
        return wrong.what();
    }
    return "";
}

TEST(PictureHelper, IsThereAndItselfOrNothingStarts)
{
    EXPECT_EQ(told_of(BINARY_DIR "/entremise-pictures"), "");
    EXPECT_NE(told_of("/nowhere/entremise-pictures").find("cannot be run"), std::string::npos);
    const Temporary folder;
    for (const auto* other : {"exit 0", "echo entremise-pictures 0.0.1", "/bin/cat", "kill $$"}) {
        const auto told = told_of(program_that(folder, other));
        EXPECT_NE(told.find("is not entremise-pictures "), std::string::npos) << other << told;
    }
    const auto itself = "echo " + domain::pages::reader_version();
    const auto unable =
        told_of(program_that(folder, "case $1 in --version) " + itself + " ;; esac"));
    EXPECT_NE(unable.find("made no picture anew (status 0)"), std::string::npos) << unable;
}

} // namespace

} // namespace tests
