#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temporary.hpp"

namespace tests {

/// A script in place of what reads pictures, in a folder with a blank in its name.
inline std::string program_that(const Temporary& folder, const std::string& does)
{
    namespace fs = std::filesystem;
    const auto path = folder.path() + "/read a picture";
    fs::remove(path);
    std::ofstream(path) << "#!/bin/sh\n" << does << '\n';
    fs::permissions(path, fs::perms::owner_all);
    return path;
}

} // namespace tests
