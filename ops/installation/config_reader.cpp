#include "ops/installation/config_reader.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace ops {

namespace fs = std::filesystem;

ConfigReader::ConfigReader(const toml::table& file, fs::path folder, const Environment& environment)
    : file_(file), folder_(std::move(folder)), environment_(environment)
{
}

void ConfigReader::text(const char* section, const char* key, std::string& into, bool needed)
{
    if (auto found = value(section, key)) into = *found;
    if (needed && into.empty()) complain(section, key, "is missing");
}

void ConfigReader::path(const char* section, const char* key, std::string& into, bool needed)
{
    text(section, key, into, needed);
    if (!into.empty() && fs::path(into).is_relative()) into = (folder_ / into).lexically_normal();
}

void ConfigReader::number(const char* section, const char* key, std::int64_t& into,
                          std::int64_t least, std::int64_t most)
{
    const auto found = value(section, key);
    if (!found) return;
    std::int64_t parsed = 0;
    const auto [end, error] = std::from_chars(found->data(), found->data() + found->size(), parsed);
    if (error != std::errc() || end != found->data() + found->size() || parsed < least ||
        parsed > most) {
        return complain(section, key,
                        "must be a whole number from " + std::to_string(least) + " to " +
                            std::to_string(most));
    }
    into = parsed;
}

void ConfigReader::flag(const char* section, const char* key, bool& into)
{
    const auto found = value(section, key);
    if (!found) return;
    if (*found != "true" && *found != "false")
        return complain(section, key, "must be true or false");
    into = *found == "true";
}

void ConfigReader::texts(const char* section, const char* key, std::vector<std::string>& into)
{
    const auto found = value(section, key);
    if (!found) return;
    into.clear();
    std::istringstream list(*found);
    for (std::string one; std::getline(list, one, ',');)
        into.push_back(one);
}

void ConfigReader::complain(const std::string& section, const std::string& key,
                            const std::string& what)
{
    complaints_ += "\n  [" + section + "] " + key + " " + what;
}

void ConfigReader::finish(const std::string& name)
{
    for (const auto& [section, content] : file_) {
        if (const auto* table = content.as_table()) {
            for (const auto& [key, _] : *table) {
                const auto full = std::string(section.str()) + "." + std::string(key.str());
                if (!known_.contains(full)) {
                    complain(std::string(section.str()), std::string(key.str()), "is not known");
                }
            }
        } else {
            complain(std::string(section.str()), "", "stands outside of any section");
        }
    }
    if (!complaints_.empty()) throw std::runtime_error(name + ":" + complaints_);
}

std::optional<std::string> ConfigReader::value(const std::string& section, const std::string& key)
{
    known_.insert(section + "." + key);
    auto variable = "ENTREMISE_" + section + "_" + key;
    std::ranges::transform(variable, variable.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (auto found = environment_(variable)) return found;
    const auto node = file_[section][key];
    if (!node) return {};
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (const auto* list = node.as_array()) {
        std::string joined;
        for (const auto& one : *list) {
            joined += (joined.empty() ? "" : ",") + one.value_or(std::string("?"));
        }
        return joined;
    }
    complain(section, key, "has a type that is not expected here");
    return {};
}

} // namespace ops
