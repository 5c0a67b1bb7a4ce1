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

/// Reads the configuration's values one by one and collects every complaint.
class ConfigReader {
public:
    ConfigReader(const toml::table& file, std::filesystem::path folder,
                 const Environment& environment);

    void text(const char* section, const char* key, std::string& into, bool needed = false);
    /// Relative to the configuration's folder.
    void path(const char* section, const char* key, std::string& into, bool needed = false);
    void number(const char* section, const char* key, std::int64_t& into, std::int64_t least,
                std::int64_t most);
    void flag(const char* section, const char* key, bool& into);
    void texts(const char* section, const char* key, std::vector<std::string>& into);

    void complain(const std::string& section, const std::string& key, const std::string& what);

    /// Throws std::runtime_error with what was complained of, unknown keys included.
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
