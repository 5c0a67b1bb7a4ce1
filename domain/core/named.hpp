#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace domain {

/// The one of `all` whose name() is `text`: how a word of the API or of a column is read back.
template <typename Enum, std::size_t count>
constexpr std::optional<Enum> named(const std::array<Enum, count>& all, std::string_view text)
{
    for (const auto one : all) {
        if (name(one) == text) return one;
    }
    return {};
}

/// The words for all of them.
template <typename Enum, std::size_t count>
std::vector<std::string_view> names_of(const std::array<Enum, count>& all)
{
    std::vector<std::string_view> names(count);
    std::transform(all.begin(), all.end(), names.begin(), [](Enum one) { return name(one); });
    return names;
}

} // namespace domain
