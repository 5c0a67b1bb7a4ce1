#include "ops/picture-helper/exif.hpp"

#include <cstdint>

namespace picture_helper {

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

int exif_orientation(std::string_view segment)
{
    constexpr std::string_view exif{"Exif\0\0", 6};
    return segment.starts_with(exif) ? orientation_in(segment.substr(exif.size())) : upright;
}

} // namespace picture_helper
