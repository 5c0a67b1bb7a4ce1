#include "api/http/target.hpp"

#include <algorithm>

#include "domain/core/text.hpp"

namespace api::http {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The byte that "%4a" stands for, at the front of `raw`.
std::optional<char> escaped_byte(std::string_view raw)
{
    if (raw.size() < 3) return std::nullopt;
    const int high = hex_digit(raw[1]);
    const int low = hex_digit(raw[2]);
    if (high < 0 || low < 0) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

std::optional<std::string> unescaped(std::string_view raw, bool plus_is_space)
{
    std::string text;
    text.reserve(raw.size());
    while (!raw.empty()) {
        if (raw.front() != '%') {
            text += plus_is_space && raw.front() == '+' ? ' ' : raw.front();
            raw.remove_prefix(1);
            continue;
        }
        const auto byte = escaped_byte(raw);
        if (!byte) return std::nullopt;
        text += *byte;
        raw.remove_prefix(3);
    }
    if (text.find('\0') != text.npos || !domain::is_utf8(text)) return std::nullopt;
    return text;
}

bool is_path(std::string_view path)
{
    if (path.empty() || path.front() != '/') return false;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(segment.size());
        if (segment.find('%') == std::string_view::npos) {
            if (segment == "." || segment == "..") return false;
            continue;
        }
        const auto text = decoded(segment);
        if (!text || *text == "." || *text == "..") return false;
    }
    return true;
}

/// "http://host/path" without "http://host".
std::string_view without_authority(std::string_view raw)
{
    const std::size_t scheme = raw.find("://");
    if (scheme == std::string_view::npos || raw.front() == '/') return raw;
    const std::size_t path = raw.find_first_of("/?", scheme + 3);
    return path == std::string_view::npos ? std::string_view("/") : raw.substr(path);
}

} // namespace

std::optional<std::string> decoded(std::string_view raw)
{
    return unescaped(raw, false);
}

std::optional<std::vector<std::pair<std::string, std::string>>> read_query(std::string_view raw)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!raw.empty()) {
        const std::string_view piece = raw.substr(0, raw.find('&'));
        raw.remove_prefix(std::min(raw.size(), piece.size() + 1));
        if (piece.empty()) continue;
        const std::size_t equals = std::min(piece.find('='), piece.size());
        auto key = unescaped(piece.substr(0, equals), true);
        auto value = unescaped(piece.substr(std::min(piece.size(), equals + 1)), true);
        if (!key || !value) return std::nullopt;
        pairs.emplace_back(std::move(*key), std::move(*value));
    }
    return pairs;
}

std::optional<Target> read_target(std::string_view method, std::string_view raw)
{
    if (raw == "*" && method == "OPTIONS") return Target{raw, {}};
    raw = without_authority(raw);
    const std::size_t mark = std::min(raw.find('?'), raw.size());
    const Target target{raw.substr(0, mark), raw.substr(std::min(raw.size(), mark + 1))};
    if (!is_path(target.path)) return std::nullopt;
    return target;
}

} // namespace api::http
