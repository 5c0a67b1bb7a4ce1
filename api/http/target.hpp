#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api::http {

/// Percent-decodes once. Nothing when an escape is not two hex digits, or when the result
/// holds a NUL or is not UTF-8: no database and no JSON writer would take it further on.
std::optional<std::string> decoded(std::string_view raw);

/// "a=1&b=x+y" in order, repeats kept; '+' is a space (WHATWG URL, urlencoded parsing).
/// Nothing when a piece does not decode.
std::optional<std::vector<std::pair<std::string, std::string>>> read_query(std::string_view raw);

struct Target {
    std::string_view path; // raw
    std::string_view query;
};

/// Takes a request target apart (RFC 9112, 3.2): origin form, absolute form, and "*" for
/// OPTIONS. Nothing for anything else, for a path that does not decode, and for "." and ".."
/// segments, which honest clients resolve before they send.
std::optional<Target> read_target(std::string_view method, std::string_view raw);

} // namespace api::http
