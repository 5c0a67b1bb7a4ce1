#include "api/site/account/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace api::site::account {

namespace {

constexpr int quiet = 4; // modules around it (ISO/IEC 18004)

} // namespace

QrCode qr_code(std::string_view text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("the text does not fit into a QR code");
    QrCode drawn{code->width + 2 * quiet, {}};
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool is_dark = (code->data[row * code->width + column] & 1U) != 0;
            if (!is_dark) continue;
            drawn.path += "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet) +
                          "h1v1h-1z";
        }
    }
    return drawn;
}

} // namespace api::site::account
