#include "api/site/frame/assets.hpp"

#include <algorithm>
#include <array>

#include "api/site/frame/brotli.hpp"
#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::string_view folder = "api/site/look/";
constexpr std::size_t hash_digits = 12;
constexpr int best = 11;

struct MediaType {
    std::string_view ending, name;
    bool is_text;
};

constexpr std::array<MediaType, 7> media_types = {{
    {".css", "text/css; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".svg", "image/svg+xml", true},
    {".woff2", "font/woff2", false},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
}};

const MediaType* media_type_of(std::string_view name)
{
    const auto* found = std::ranges::find_if(
        media_types, [&](const auto& type) { return name.ends_with(type.ending); });
    return found == media_types.end() ? nullptr : found;
}

/// "fonts/text.woff2" with its hash: "text.5f2a….woff2".
std::string file_of(std::string_view name, std::string_view bytes)
{
    const auto last = name.substr(name.rfind('/') + 1); // npos + 1 is 0
    const auto dot = last.rfind('.');
    return std::string(last.substr(0, dot)) + "." + fingerprint(bytes).substr(0, hash_digits) +
           std::string(last.substr(dot));
}

std::string colours_of(const Colours& colours)
{
    return "@layer tokens{:root{--brand:" + colours.main.light +
           ";--brand-dark:" + colours.main.dark + ";--accent:" + colours.accent.light +
           ";--accent-dark:" + colours.accent.dark + "}}";
}

/// The files of one kind, one after the other.
std::string joined(const Assets::Files& files, std::string_view kind, std::string_view ending)
{
    std::string all;
    for (const auto& [path, bytes] : files) {
        if (path.starts_with(std::string(folder) + std::string(kind)) && path.ends_with(ending))
            all.append(bytes).append("\n");
    }
    return all;
}

} // namespace

Assets::Assets(const Files& files, const Brand& brand)
{
    for (const auto& [path, bytes] : files) {
        if (!path.starts_with(folder)) continue;
        const auto name = path.substr(folder.size());
        const bool is_joined = name.starts_with("css/") || name.starts_with("script/");
        const bool is_mark = name == "mark.svg" && !brand.mark.empty();
        if (is_joined || media_type_of(name) == nullptr) continue;
        add(std::string(name), is_mark ? brand.mark : std::string(bytes));
    }
    auto styles = joined(files, "css/", ".css") + colours_of(brand.colours);
    constexpr std::string_view reference = "asset:";
    for (auto at = styles.find(reference); at != styles.npos; at = styles.find(reference, at)) {
        const auto name = styles.substr(at + reference.size(),
                                        styles.find_first_of("\")'", at) - at - reference.size());
        styles.replace(at, reference.size() + name.size(), named(name).path);
    }
    add("site.css", styles);
    add("site.js", joined(files, "script/", ".js"));
}

void Assets::add(const std::string& name, std::string bytes)
{
    const auto* type = media_type_of(name);
    const auto file = file_of(name, bytes);
    Asset asset{"/assets/" + file, std::string(type->name), std::move(bytes), {}};
    if (type->is_text) asset.brotli = brotli(asset.bytes, best);
    if (asset.brotli.size() >= asset.bytes.size()) asset.brotli.clear();
    const auto& kept = by_name_[name] = std::move(asset);
    by_file_[file] = &kept;
}

const Asset& Assets::named(std::string_view name) const
{
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) throw Bug("there is no asset " + std::string(name));
    return found->second;
}

bool Assets::has(std::string_view name) const
{
    return by_name_.contains(name);
}

const Asset* Assets::served_as(std::string_view file) const
{
    const auto found = by_file_.find(file);
    return found == by_file_.end() ? nullptr : found->second;
}

} // namespace api::site::frame
