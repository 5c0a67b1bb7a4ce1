#include "domain/letters/linked.hpp"

namespace domain::letters {

namespace {

constexpr std::string_view start = "http";

/// The address that `text` begins with, without the punctuation of its sentence.
std::string_view address_at(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && text[end] > ' ' && text[end] <= '~' &&
           std::string_view("<>\"'").find(text[end]) == std::string_view::npos)
        ++end;
    const auto last = text.substr(0, end).find_last_not_of(".,;:!?)");
    return text.substr(0, last + 1);
}

/// "https://shop.example/orders" is under "https://shop.example", "https://shop.example.org" is
/// not.
bool is_under(std::string_view address, std::string_view base)
{
    if (base.empty() || !address.starts_with(base)) return false;
    const auto rest = address.substr(base.size());
    return rest.empty() || base.ends_with('/') ||
           std::string_view("/?#").find(rest.front()) != std::string_view::npos;
}

std::string anchor(std::string_view address)
{
    const auto shown = escaped(address);
    return "<a href=\"" + shown + "\">" + shown + "</a>";
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case '\'': html += "&#39;"; break;
        default: html += c;
        }
    }
    return html;
}

bool is_own_address(const Platform& platform, std::string_view text)
{
    return text.starts_with(start) && address_at(text) == text && is_under(text, platform.web_url);
}

std::string linked(const Platform& platform, std::string_view text)
{
    std::string html;
    while (!text.empty()) {
        const auto at = text.find(start);
        html += escaped(text.substr(0, at));
        if (at == std::string_view::npos) break;
        text.remove_prefix(at);
        const auto address = address_at(text);
        const bool is_known = is_under(address, platform.web_url) ||
                              is_under(address, platform.company.authority.url);
        html += is_known ? anchor(address) : escaped(address);
        text.remove_prefix(address.size());
    }
    return html;
}

} // namespace domain::letters
