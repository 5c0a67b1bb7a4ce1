#pragma once

#include <cstdint>

#include "api/http/message.hpp"
#include "domain/core/refused.hpp"

namespace api {

/// What a route takes as its body.
enum class Takes : std::uint8_t {
    json,      // application/json, or a merge patch
    picture,   // image/png or image/jpeg
    form,      // of one of our own pages
    one_click, // what mail programs post to unsubscribe (RFC 8058, 3.1)
};

/// 415 for a coding of the body, with the one that is understood (RFC 9110, 12.5.3).
class UnknownCoding : public domain::Refused {
public:
    UnknownCoding();
};

/// Refuses (415) a body of another media type, charset or coding than `takes` (RFC 9110, 8.3 and
/// 8.4): bytes are never guessed at. Nothing is asked of a request without a body.
void require_media(Takes takes, const http::Request& request);

} // namespace api
