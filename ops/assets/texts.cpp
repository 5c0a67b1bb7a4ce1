#include "ops/assets/texts.hpp"

#include "ops/assets/embedded.hpp"

namespace ops {

domain::platform::Texts texts()
{
    constexpr std::string_view folder = "ops/texts/";
    std::map<std::string, std::string, std::less<>> by_path;
    for (const auto& file : embedded()) {
        if (!file.path.starts_with(folder)) continue;
        by_path.emplace(file.path.substr(folder.size()), file.text);
    }
    return domain::platform::Texts(std::move(by_path));
}

} // namespace ops
