#include "domain/platform/texts.hpp"

#include <algorithm>

#include "domain/core/check.hpp"

namespace domain::platform {

const std::string& Texts::at(std::string_view path) const
{
    const auto found = by_path_.find(path);
    check(found != by_path_.end(), "every text that is used exists");
    return found->second;
}

std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string>>& values)
{
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        result += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = text.find('}', open);
        check(close != std::string_view::npos, "every brace in a text closes");
        const auto name = text.substr(open + 1, close - open - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const auto& pair) { return pair.first == name; });
        check(value != values.end(), "every name in a text has a value");
        result += value->second;
        text.remove_prefix(close + 1);
    }
    return result;
}

} // namespace domain::platform
