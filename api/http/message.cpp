#include "api/http/message.hpp"

#include <algorithm>

namespace api::http {

namespace {

template <typename Pairs>
std::optional<std::string_view> first(const Pairs& pairs, std::string_view key)
{
    auto found = std::ranges::find(pairs, key,
                                   [](const auto& pair) { return std::string_view(pair.first); });
    if (found == pairs.end()) return std::nullopt;
    return found->second;
}

} // namespace

std::optional<std::string_view> Request::header(std::string_view name) const
{
    auto found =
        std::ranges::find(headers, name, [](const Header& h) { return std::string_view(h.name); });
    if (found == headers.end()) return std::nullopt;
    return found->value;
}

std::optional<std::string> Request::listed(std::string_view name) const
{
    std::optional<std::string> joined;
    for (const auto& header : headers) {
        if (header.name == name) joined = joined ? *joined + ", " + header.value : header.value;
    }
    return joined;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const
{
    return first(query, name);
}

std::string_view Request::capture(std::string_view name) const
{
    if (name.starts_with(':')) name.remove_prefix(1);
    return first(captured, name).value_or("");
}

} // namespace api::http
