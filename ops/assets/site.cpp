#include "ops/assets/site.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "ops/assets/embedded.hpp"
#include "ops/assets/texts.hpp"

namespace ops {

namespace {

namespace fs = std::filesystem;
using api::site::frame::Material;

constexpr std::string_view pages = "api/site";
constexpr std::string_view own_texts = "ops/texts/";

/// The last time that a file of the site was written.
fs::file_time_type last_written()
{
    fs::file_time_type last = fs::file_time_type::min();
    for (const auto folder : {pages, own_texts}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            last = std::max(last, entry.last_write_time());
    }
    return last;
}

std::string content_of(const fs::path& path)
{
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

/// The same material as the files in the source tree have it now.
Material read_again(Material material)
{
    const auto files = std::make_shared<std::map<std::string, std::string>>();
    for (const auto folder : {pages, own_texts}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file())
                files->emplace(entry.path().string(), content_of(entry.path()));
        }
    }
    material.files.clear();
    for (const auto& [path, bytes] : *files) {
        material.files.emplace_back(path, bytes);
        if (path.starts_with(own_texts))
            material.ours.insert_or_assign(path.substr(own_texts.size()), bytes);
    }
    material.holds = files;
    return material;
}

} // namespace

Material site_material(const std::map<std::string, std::string, std::less<>>& operators,
                       const domain::Platform& platform)
{
    const auto& brand = platform.brand;
    Material material{
        .ours = texts(),
        .operators = operators,
        .brand = {.name = platform.shown_name(),
                  .mark = brand.mark,
                  .colours = {{to_text(brand.brand), to_text(brand.brand_dark)},
                              {to_text(brand.accent), to_text(brand.accent_dark)}}},
        .is_development = brand.development,
    };
    for (const auto& file : embedded())
        material.files.emplace_back(file.path, file.text);
    // Started where the sources are, whoever writes pages sees them without building.
    if (!brand.development || !fs::is_directory(pages)) return material;
    auto seen = std::make_shared<fs::file_time_type>(last_written());
    material.changed = [material, seen]() -> std::optional<Material> {
        const auto now = last_written();
        if (now == *seen) return {};
        *seen = now;
        return read_again(material);
    };
    return material;
}

} // namespace ops
