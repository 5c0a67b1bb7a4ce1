#include "ops/installation/policy_folder.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "ops/assets/embedded.hpp"
#include "ops/assets/texts.hpp"

namespace ops {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view policies = "ops/policies/";
constexpr std::string_view policy_file = "policy.json";
constexpr std::string_view own_texts = "texts/";

/// "retouche, …": the names that need no path.
std::string built_in_names()
{
    std::string names;
    for (const auto& file : embedded()) {
        if (!file.path.starts_with(policies) || !file.path.ends_with(policy_file)) continue;
        const auto folder = fs::path(file.path.substr(policies.size())).parent_path().string();
        names += (names.empty() ? "" : ", ") + folder;
    }
    return names;
}

std::string content_of(const fs::path& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) throw std::runtime_error(path.string() + ": cannot be read");
    return text.str();
}

} // namespace

PolicyFolder::PolicyFolder(const std::string& name_or_path)
{
    if (is_path(name_or_path)) {
        take_from_disk(name_or_path);
    } else {
        take_built_in(name_or_path);
    }
}

bool PolicyFolder::is_path(const std::string& name_or_path)
{
    return name_or_path.find('/') != std::string::npos || name_or_path.ends_with(".json");
}

void PolicyFolder::take_built_in(const std::string& name)
{
    const auto folder = std::string(policies) + name + "/";
    for (const auto& file : embedded()) {
        if (!file.path.starts_with(folder)) continue;
        const auto own = file.path.substr(folder.size());
        if (own == policy_file) {
            policy_ = file.text;
        } else if (own.starts_with(own_texts)) {
            sentences_.emplace(own.substr(own_texts.size()), file.text);
        } else {
            texts_.emplace(own, file.text);
        }
    }
    if (policy_.empty()) {
        throw std::runtime_error(
            "[policy] file: there is no built-in policy \"" + name + "\" (there is " +
            built_in_names() + "); the path of a folder has a slash in it, as \"./" + name + "\"");
    }
}

void PolicyFolder::take_from_disk(const std::string& path)
{
    const bool is_folder = fs::is_directory(path);
    const auto folder = is_folder ? fs::path(path) : fs::path(path).parent_path();
    policy_ = content_of(is_folder ? folder / policy_file : fs::path(path));
    for (const auto& file : fs::directory_iterator(folder.empty() ? "." : folder)) {
        if (file.path().extension() == ".txt")
            texts_.emplace(file.path().filename(), content_of(file.path()));
    }
    const auto sentences = folder / own_texts / "site";
    if (!fs::is_directory(sentences)) return;
    for (const auto& file : fs::directory_iterator(sentences)) {
        if (file.path().extension() == ".json")
            sentences_.emplace("site/" + file.path().filename().string(), content_of(file.path()));
    }
}

std::map<std::string, std::string, std::less<>> PolicyFolder::texts() const
{
    auto all = ops::texts();
    for (const auto& [name, text] : texts_)
        all.insert_or_assign("terms/" + name, text);
    return all;
}

} // namespace ops
