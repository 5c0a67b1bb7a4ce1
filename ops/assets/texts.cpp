#include "ops/assets/texts.hpp"

#include "ops/assets/embedded.hpp"

namespace ops {

std::map<std::string, std::string, std::less<>> texts()
{
    constexpr std::string_view folder = "ops/texts/";
    std::map<std::string, std::string, std::less<>> by_path;
    for (const auto& file : embedded()) {
        if (!file.path.starts_with(folder)) continue;
        by_path.emplace(file.path.substr(folder.size()), file.text);
    }
    return by_path;
}

} // namespace ops
