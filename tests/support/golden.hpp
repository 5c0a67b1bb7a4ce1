#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace tests {

inline std::string slurp(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// Compares with the file at `path` of the repository; UPDATE_GOLDEN=1 rewrites it instead.
inline void expect_file(const std::string& path, const std::string& actual)
{
    const auto whole = std::string(SOURCE_DIR "/") + path;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
        std::ofstream(whole) << actual;
    }
    EXPECT_EQ(slurp(whole), actual)
        << path << ": if this is intended, run again with UPDATE_GOLDEN=1 and review the diff.";
}

/// Where a generated page says how it came about.
inline std::string generated_by(const std::string& test)
{
    return "<!-- Generated: UPDATE_GOLDEN=1 build/release/bin/" + test +
           "\n     The same test fails while this page and the code differ. -->\n\n";
}

} // namespace tests
