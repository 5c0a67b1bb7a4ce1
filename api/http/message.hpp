#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api::http {

struct Header {
    std::string name; // lower-case
    std::string value;
};

/// One request, read strictly (RFC 9112) and decoded exactly once.
struct Request {
    std::string method; // "GET"; upper-case, known methods only
    std::string path;   // raw, without the query: "/v1/orders/ord_01..."
    std::vector<std::pair<std::string, std::string>> query; // decoded, in order, repeats kept
    std::vector<Header> headers;
    std::string body;
    std::string remote_address; // of the peer; behind nginx that is nginx

    /// The pattern of the route that matched ("/v1/orders/:id"), "" when none did. Lives as
    /// long as the server: what metrics and logs name instead of the path.
    std::string_view route{};

    /// Segments captured by the route's pattern, percent-decoded: "id" -> "ord_01...".
    std::vector<std::pair<std::string, std::string>> captured;

    /// The header's value, or nothing. `name` in lower case.
    std::optional<std::string_view> header(std::string_view name) const;
    /// The lines of a header that is a list, joined (RFC 9110, 5.3), or nothing.
    std::optional<std::string> listed(std::string_view name) const;
    std::optional<std::string_view> parameter(std::string_view name) const; // of the query
    std::string_view capture(std::string_view name) const; // ":id" or "id"; "" when absent
};

/// Fills `chunk` with the next piece of a long answer (at most 256 KiB) and says whether
/// there was one. Called on a thread of its own, at the reader's pace.
using Producer = std::function<bool(std::string& chunk)>;

struct Response {
    int status = 200; // 0 closes the connection without a word: how the stand-in loses an answer
    std::vector<Header> headers{}; // Content-Length, Connection and Date are the server's
    std::string body{};
    Producer stream{}; // when set: sent chunked after the head, `body` unused
};

/// What the transport itself has to refuse, before any handler: the answer's body is the
/// caller's business (problem+json in the product, Mangopay's error shape in the stand-in).
enum class Trouble : std::uint8_t {
    malformed,          // 400
    not_found,          // 404: no such route
    method_not_allowed, // 405: with Allow
    too_slow,           // 408
    too_large,          // 413
    headers_too_large,  // 431
    failed,             // 500: a handler threw; its text is never shown
    too_many,           // 429: enough jobs of this holder wait or run already
    busy,               // 503: the pool is full, or the deadline passed
};

/// Where a handler runs: on the HTTP thread (a few milliseconds at most, one database session),
/// or in a bounded pool. Each kind of slowness has one of its own: what hangs in one leaves the
/// others alone.
enum class Place : std::uint8_t {
    http_thread,
    passwords, // hashing: a twentieth of a second of processor
    pictures,  // decoding: up to seconds of processor
    outbound,  // waiting for another program's answer
};

using Handler = std::function<Response(const Request&)>;

struct Route {
    std::string method;
    std::string pattern; // "/v1/orders/:id"; segments starting with ':' capture
    Handler handler;
    Place place = Place::http_thread;
    std::size_t body_max = 64UL * 1024;
};

} // namespace api::http
