#include "api/pipeline/protection.hpp"

#include <algorithm>
#include <array>

namespace api {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> protections = {{
    {"x-content-type-options", "nosniff"},
    {"content-security-policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"},
    {"referrer-policy", "no-referrer"},
    {"permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
}};

} // namespace

void protect(http::Response& response)
{
    for (const auto& [name, value] : protections) {
        const bool is_said = std::ranges::find(response.headers, name, &http::Header::name) !=
                             response.headers.end();
        if (!is_said) response.headers.push_back({std::string(name), std::string(value)});
    }
}

} // namespace api
