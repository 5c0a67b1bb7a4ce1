#include "domain/pages/exif.hpp"

#include <cstdint>

namespace domain::pages {

namespace {

constexpr int upright = 1;

/// Bytes in the byte order the segment declares; 0 past its end.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

    std::size_t number(std::size_t at, std::size_t length) const
    {
        if (at + length > bytes_.size()) return 0;
        std::size_t value = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const auto next = bytes_[big_ ? at + i : at + length - 1 - i];
            value = value * 256 + static_cast<unsigned char>(next);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool big_;
};

/// The tag among the entries of the first directory (TIFF 6.0, section 2).
int orientation_in(std::string_view segment)
{
    constexpr std::size_t entry_size = 12;
    constexpr std::size_t orientation_tag = 0x0112;
    const Tiff tiff(segment);
    const auto directory = tiff.number(4, 4);
    if (directory > segment.size()) return upright;
    const auto entries = tiff.number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto entry = directory + 2 + i * entry_size;
        if (entry + entry_size > segment.size()) break;
        if (tiff.number(entry, 2) != orientation_tag) continue;
        const auto value = static_cast<int>(tiff.number(entry + 8, 2));
        return value >= 1 && value <= 8 ? value : upright;
    }
    return upright;
}

} // namespace

int exif_orientation(std::string_view jpeg)
{
    constexpr std::string_view exif{"Exif\0\0", 6};
    constexpr unsigned char start_of_scan = 0xDA;
    constexpr unsigned char app1 = 0xE1;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xff') {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const std::size_t length = static_cast<unsigned char>(jpeg[at + 2]) * std::size_t{256} +
                                   static_cast<unsigned char>(jpeg[at + 3]);
        if (marker == start_of_scan || length < 2) break;
        const auto segment = jpeg.substr(at + 4, length - 2);
        if (marker == app1 && segment.starts_with(exif))
            return orientation_in(segment.substr(exif.size()));
        at += 2 + length;
    }
    return upright;
}

} // namespace domain::pages
