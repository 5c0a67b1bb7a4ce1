#include "api/site/frame/brotli.hpp"

#include <brotli/encode.h>

#include "domain/core/check.hpp"

namespace api::site::frame {

std::string brotli(std::string_view bytes, int quality)
{
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    const auto done =
        BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data()));
    domain::check(done == BROTLI_TRUE, "what is in memory can be compressed");
    out.resize(size);
    return out;
}

} // namespace api::site::frame
