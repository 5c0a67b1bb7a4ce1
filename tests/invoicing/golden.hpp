#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace golden {

inline std::string content_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Compares with tests/golden/<name>; UPDATE_GOLDEN=1 rewrites it, and the diff is reviewed.
inline void expect(const std::string& name, const std::string& text)
{
    const auto path = std::string(SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    EXPECT_EQ(content_of(path), text) << "differs from " << path;
}

} // namespace golden
