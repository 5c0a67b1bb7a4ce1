#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ops/installation/config.hpp"

namespace ops {

/// Reads values one by one, from the environment or the file, and collects every complaint.
class ConfigReader {
public:
    /// Relative paths are relative to `folder`.
    ConfigReader(const toml::table& file, std::filesystem::path folder,
                 const Environment& environment);

    // What is not given stays as it is.
    void text(const char* section, const char* key, std::string& into, bool needed = false);
    void path(const char* section, const char* key, std::string& into, bool needed = false);
    void number(const char* section, const char* key, std::int64_t& into, std::int64_t least,
                std::int64_t most);
    void flag(const char* section, const char* key, bool& into);
    void texts(const char* section, const char* key, std::vector<std::string>& into);

    void complain(const std::string& section, const std::string& key, const std::string& what);

    /// Throws std::runtime_error with all complaints, also about what nobody asked for.
    void finish(const std::string& name);

private:
    std::optional<std::string> value(const std::string& section, const std::string& key);

    const toml::table& file_;
    std::filesystem::path folder_;
    const Environment& environment_;
    std::set<std::string> known_;
    std::string complaints_;
};

} // namespace ops
