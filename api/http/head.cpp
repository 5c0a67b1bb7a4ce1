#include "api/http/head.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "api/http/ascii.hpp"
#include "api/http/target.hpp"

namespace api::http {

namespace {

bool is_token(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_token_character);
}

/// Visible characters, spaces, tabs, and bytes above ASCII: no CR, LF, NUL or DEL.
bool is_value(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

std::string_view take_line(std::string_view& bytes)
{
    const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 2));
    return line;
}

bool read_request_line(std::string_view line, Head& into)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return false;
    const std::string_view method = line.substr(0, first);
    const std::string_view raw = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method) || method.size() > 20) return false;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return false;
    const bool printable =
        std::ranges::all_of(raw, [](char c) { return c > ' ' && c < 0x7F && c != '#'; });
    if (raw.empty() || !printable) return false;

    const auto target = read_target(method, raw);
    if (!target) return false;
    auto query = read_query(target->query);
    if (!query) return false;
    into.request.method = method;
    into.request.path = target->path;
    into.request.query = std::move(*query);
    into.framing.http_1_0 = version == "HTTP/1.0";
    into.framing.keep_alive = !into.framing.http_1_0;
    return true;
}

bool read_header(std::string_view line, std::vector<Header>& into)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!is_token(name) || !is_value(value)) return false;
    Header& header = into.emplace_back();
    header.name = lower_case(name);
    header.value = value;
    return true;
}

bool read_length(std::string_view value, std::size_t& into)
{
    const bool digits = !value.empty() && value.size() <= 18 &&
                        std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return false;
    std::from_chars(value.data(), value.data() + value.size(), into);
    return true;
}

void read_connection(std::string_view value, Framing& framing)
{
    while (!value.empty()) {
        const std::string_view option = value.substr(0, value.find(','));
        value.remove_prefix(std::min(value.size(), option.size() + 1));
        if (same_word(trimmed(option), "close")) framing.keep_alive = false;
        if (framing.http_1_0 && same_word(trimmed(option), "keep-alive")) framing.keep_alive = true;
    }
}

bool is_host(std::string_view value)
{
    return value.find_first_of(" \t,/\\@?#<>\"") == std::string_view::npos;
}

/// Headers that are no lists: of two, two readers could each take another (RFC 9110, 5.3).
constexpr std::array<std::string_view, 10> singletons = {
    "host",         "content-length", "transfer-encoding", "content-type",
    "cookie",       "authorization",  "idempotency-key",   "origin",
    "x-csrf-token", "x-real-ip"};

bool are_single(const std::vector<Header>& headers)
{
    std::array<bool, singletons.size()> seen{};
    for (const Header& header : headers) {
        const auto found = std::ranges::find(singletons, header.name);
        if (found == singletons.end()) continue;
        if (std::exchange(seen.at(static_cast<std::size_t>(found - singletons.begin())), true))
            return false;
    }
    return true;
}

bool read_framing_header(const Header& header, Framing& framing)
{
    const auto& [name, value] = header;
    if (name == "host") return is_host(value);
    if (name == "content-length") {
        framing.has_length = true;
        return read_length(value, framing.length);
    }
    if (name == "transfer-encoding") {
        framing.chunked = true;
        return same_word(value, "chunked");
    }
    if (name == "connection") read_connection(value, framing);
    if (name == "expect") {
        framing.expects_continue = !framing.http_1_0 && same_word(value, "100-continue");
    }
    return true;
}

bool read_framing(const Request& request, Framing& framing)
{
    for (const Header& header : request.headers) {
        if (!read_framing_header(header, framing)) return false;
    }
    if (!request.header("host") && !framing.http_1_0) return false;
    if (framing.chunked && (framing.http_1_0 || framing.has_length)) return false;
    return are_single(request.headers);
}

} // namespace

std::optional<Trouble> read_head(std::string_view bytes, Head& into)
{
    if (!read_request_line(take_line(bytes), into)) return Trouble::malformed;
    for (;;) {
        const std::string_view line = take_line(bytes);
        if (line.empty()) break;
        if (into.request.headers.size() == headers_max) return Trouble::headers_too_large;
        if (!read_header(line, into.request.headers)) return Trouble::malformed;
    }
    if (!read_framing(into.request, into.framing)) return Trouble::malformed;
    return std::nullopt;
}

} // namespace api::http
