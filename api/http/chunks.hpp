#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace api::http {

/// A chunked body (RFC 9112, 7.1), read as it arrives. Extensions and trailers are allowed,
/// bounded and thrown away; every line must end in CRLF.
class Chunks {
public:
    enum class Step : std::uint8_t { more, done, malformed, too_large };

    /// Consumes from the front of `input` and appends to `body`, at most to `body_max`.
    Step read(std::string_view& input, std::string& body, std::size_t body_max);

private:
    enum class Place : std::uint8_t {
        size,
        extension,
        size_end,
        data,
        data_cr,
        data_end,
        trailer_start,
        trailer_name,
        trailer,
        trailer_end,
        last_end,
        done,
        malformed
    };

    Place after(char c);
    Place after_size(char c);
    Place after_trailer(char c);
    Place after_trailer_name(char c);
    Place bounded(Place next);

    Place place_ = Place::size;
    std::size_t left_ = 0;   // of the chunk
    std::size_t digits_ = 0; // of its size
    std::size_t noise_ = 0;  // bytes of extensions and trailers
};

} // namespace api::http
