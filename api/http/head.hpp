#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "api/http/message.hpp"

namespace api::http {

inline constexpr std::size_t head_max = 16UL * 1024;
inline constexpr std::size_t headers_max = 100;

/// How the body arrives and how the answer leaves.
struct Framing {
    std::size_t length = 0; // of the body, when it is not chunked
    bool has_length = false;
    bool chunked = false;
    bool keep_alive = true;
    bool http_1_0 = false; // knows no chunks: a stream ends with the connection
    bool expects_continue = false;

    bool has_body() const { return chunked || length > 0; }
};

/// A request as far as its empty line; the body is still to come.
struct Head {
    Request request;
    Framing framing;
};

/// Reads a whole head: request line, headers, empty line (RFC 9112, 2 to 6). Whatever two
/// readers could understand differently is refused, because one of them stands in front of
/// us: duplicate, signed or listed Content-Length, Content-Length beside Transfer-Encoding,
/// another coding than chunked, folded lines, a space before the colon, bare CR or LF,
/// control characters, no Host or two.
std::optional<Trouble> read_head(std::string_view bytes, Head& into);

} // namespace api::http
