#pragma once

#include <string>
#include <string_view>

namespace api::site::account {

/// A text as a QR code: a square of `side` modules, its quiet zone included, and the path of an SVG
/// that draws the dark ones.
struct QrCode {
    int side = 0;
    std::string path{};
};

/// Throws std::runtime_error when it is too long for one.
QrCode qr_code(std::string_view text);

} // namespace api::site::account
