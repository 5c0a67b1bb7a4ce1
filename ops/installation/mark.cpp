#include "ops/installation/mark.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "domain/core/crypto.hpp"

namespace ops {

namespace {

constexpr std::size_t bytes_max = std::size_t{64} * 1024;
constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

std::string content_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot be read: " + path);
    std::string bytes;
    for (char c = 0; bytes.size() <= bytes_max && file.get(c);)
        bytes += c;
    if (bytes.size() > bytes_max) throw std::runtime_error("is larger than 64 KiB: " + path);
    return bytes;
}

std::string in_lower_case(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Whether each reference that begins with `word` stays in the file: it leads to "#…".
bool stays_inside(std::string_view svg, std::string_view word)
{
    for (auto at = svg.find(word); at != svg.npos; at = svg.find(word, at + word.size())) {
        const auto target = svg.find_first_not_of(" \t\r\n\"'", at + word.size());
        if (target == svg.npos || svg[target] != '#') return false;
    }
    return true;
}

/// `onload=`: what runs when something happens.
bool has_handler(std::string_view svg)
{
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (auto at = svg.find("on"); at != svg.npos; at = svg.find("on", at + 1)) {
        auto end = at;
        while (end < svg.size() && is_letter(svg[end]))
            ++end;
        const auto after = svg.find_first_not_of(" \t\r\n", end);
        const bool begins = at > 0 && !is_letter(svg[at - 1]);
        if (begins && after != svg.npos && svg[after] == '=') return true;
    }
    return false;
}

/// What could run, load or say something else than it draws; "" when there is nothing of it.
std::string forbidden_in(std::string_view svg)
{
    for (const std::string_view word :
         {"<script", "<foreignobject", "<!doctype", "<!entity", "<?xml-stylesheet", "<a ",
          "<animate", "<set", "<iframe", "javascript:", "@import", "data:"}) {
        if (svg.find(word) != svg.npos) return std::string(word);
    }
    for (const std::string_view word : {"href=", "url("}) {
        if (!stays_inside(svg, word)) return std::string(word);
    }
    return has_handler(svg) ? "on…=" : "";
}

bool is_svg(const std::string& lower)
{
    const auto start = lower.find_first_not_of(" \t\r\n");
    if (start == lower.npos || lower.find("</svg>") == lower.npos) return false;
    const auto begins = std::string_view(lower).substr(start);
    return begins.starts_with("<svg") || begins.starts_with("<?xml ");
}

/// The four bytes of a PNG's head that tell one of its sides.
std::uint32_t side(std::string_view png, std::size_t at)
{
    std::uint32_t length = 0;
    for (const char byte : png.substr(at, 4))
        length = length << 8 | static_cast<unsigned char>(byte);
    return length;
}

/// A PNG as the only thing that an SVG draws, so that there is one kind of mark.
std::string framed(const std::string& png, const std::string& path)
{
    constexpr std::size_t width_at = 16;
    constexpr std::size_t height_at = 20;
    constexpr std::size_t head_length = 24;
    if (png.size() < head_length) throw std::runtime_error("is a PNG that is cut off: " + path);
    const auto size = "width=\"" + std::to_string(side(png, width_at)) + "\" height=\"" +
                      std::to_string(side(png, height_at)) + "\"";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + "><image " + size +
           " href=\"data:image/png;base64," + domain::to_base64(png) + "\"/></svg>";
}

} // namespace

std::string read_mark(const std::string& path)
{
    auto bytes = content_of(path);
    if (bytes.starts_with(png_signature)) return framed(bytes, path);
    const auto lower = in_lower_case(bytes);
    if (!is_svg(lower)) throw std::runtime_error("is neither SVG nor PNG: " + path);
    const auto found = forbidden_in(lower);
    if (!found.empty()) throw std::runtime_error("is an SVG with " + found + " in it: " + path);
    return bytes;
}

} // namespace ops
