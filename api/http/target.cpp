#include "api/http/target.hpp"

#include <algorithm>
#include <cstdint>

namespace api::http {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// How many bytes the UTF-8 sequence at the front takes; 0 when it is none (Unicode 3.9,
/// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view text)
{
    auto byte = [&](std::size_t i) -> std::uint8_t {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if ((lead & 0xF0U) == 0xE0U) {
        if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
        return follows(1) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
        return follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool is_text(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = bytes.front() == '\0' ? 0 : sequence_length(bytes);
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::optional<std::string> unescaped(std::string_view raw, bool plus_is_space)
{
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '%') {
            if (i + 2 >= raw.size()) return std::nullopt;
            const int high = hex_digit(raw[i + 1]);
            const int low = hex_digit(raw[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            text += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            text += plus_is_space && raw[i] == '+' ? ' ' : raw[i];
        }
    }
    if (!is_text(text)) return std::nullopt;
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
