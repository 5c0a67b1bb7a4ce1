#pragma once

#include <string>

#include "domain/core/instant.hpp"

namespace domain::mail {

/// One mail, before it is spelled for the wire.
struct Message {
    std::string from_name, from, to;
    std::string subject, body; // UTF-8; line breaks in `body` only
    std::string html{};        // the same for whoever reads HTML, or ""
    std::string id;            // unique and the same at each retry: mail systems drop doubles
    std::string unsubscribe{}; // the link for one click (RFC 8058), or ""
    Instant at{};
};

/// The mail as RFC 5322 with MIME: 7-bit, lines of at most 76 characters ending in CRLF.
/// Text alone, or text and HTML as alternatives (RFC 2046 §5.1.4): the text is the same bytes.
/// Whatever the texts hold, they cannot add a header: line breaks in a header are a bug.
std::string rfc5322(const Message& message);

} // namespace domain::mail
