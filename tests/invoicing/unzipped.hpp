#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/golden.hpp"
#include "tests/support/temporary.hpp"

namespace tests {

/// An export as its reader has it: unpacked by a program that is not ours.
class Unzipped {
public:
    explicit Unzipped(const std::string& zip)
    {
        std::ofstream(path("archive.zip"), std::ios::binary) << zip;
        const auto unzip = "cd " + folder_.path() + " && unzip -q archive.zip";
        EXPECT_EQ(std::system(unzip.c_str()), 0);
    }

    bool has(const std::string& name) const { return std::filesystem::exists(path(name)); }
    std::string read(const std::string& name) const { return slurp(path(name)); }
    nlohmann::json manifest() const { return nlohmann::json::parse(read("manifest.json")); }

    /// The numbers in one of the manifest's lists.
    std::vector<std::string> numbers(const std::string& list) const
    {
        std::vector<std::string> all;
        const auto whole = manifest();
        for (const auto& document : whole.at(list))
            all.push_back(document["number"]);
        return all;
    }

    /// The rows of manifest.csv by their columns, in the order of the file.
    std::vector<std::map<std::string, std::string>> rows() const
    {
        std::istringstream file(read("manifest.csv"));
        std::string line;
        std::getline(file, line);
        const auto columns = cells_of(line);
        std::vector<std::map<std::string, std::string>> all;
        while (std::getline(file, line)) {
            const auto cells = cells_of(line);
            EXPECT_EQ(cells.size(), columns.size()) << line;
            auto& row = all.emplace_back();
            for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i)
                row[columns[i]] = cells[i];
        }
        return all;
    }

private:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }

    static std::vector<std::string> cells_of(std::string line)
    {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::vector<std::string> cells(1);
        for (const char c : line) {
            if (c == ';') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        return cells;
    }

    Temporary folder_;
};

} // namespace tests
