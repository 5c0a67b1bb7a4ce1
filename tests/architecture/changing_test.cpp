// ops/reference/changing.md says which files a change touches: they are there, and so is what it
// says to find in them.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path source(SOURCE_DIR);

std::string text_of(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<std::string> quoted_in(const std::string& line)
{
    static const std::regex between("`([^`]+)`");
    std::vector<std::string> words;
    for (std::sregex_iterator it(line.begin(), line.end(), between), end; it != end; ++it)
        words.push_back((*it)[1]);
    return words;
}

bool is_path(const std::string& word)
{
    return word.find('/') != word.npos && word.find(' ') == word.npos && word.front() != '"';
}

/// What is wrong with one line: a path that is not there, a word that is not in the file named
/// before it.
std::vector<std::string> wrong_in(const std::string& line)
{
    std::vector<std::string> wrong;
    fs::path at;
    for (const auto& word : quoted_in(line)) {
        if (is_path(word)) {
            at = source / word;
            if (!fs::exists(at)) wrong.push_back(word + " is not there");
        } else if (fs::is_regular_file(at) && text_of(at).find(word) == std::string::npos) {
            wrong.push_back(word + " is not in " + at.lexically_relative(source).string());
        }
    }
    return wrong;
}

TEST(Changing, NamesFilesThatAreThereAndWhatIsInThem)
{
    std::ifstream page(source / "ops/reference/changing.md");
    std::size_t named = 0;
    for (std::string line; std::getline(page, line);) {
        named += quoted_in(line).size();
        for (const auto& fault : wrong_in(line))
            ADD_FAILURE() << fault << ": " << line;
    }
    EXPECT_GT(named, 40U);
}

TEST(Changing, TellsTheFiveThingsPeopleAdd)
{
    const auto page = text_of(source / "ops/reference/changing.md");
    for (const auto* recipe : {"## A field of the profile", "## An endpoint", "## A mail",
                               "## A retention rule", "## A state of an order"})
        EXPECT_NE(page.find(recipe), std::string::npos) << recipe;
}

TEST(Changing, SeesAFileThatIsGoneAndAWordThatIs)
{
    EXPECT_EQ(wrong_in("- `domain/orders/no_such.hpp`: `State`").size(), 1U);
    EXPECT_EQ(wrong_in("- `domain/orders/lifecycle.hpp`: `enum class Stat3`").size(), 1U);
    EXPECT_TRUE(wrong_in("- `domain/orders/lifecycle.hpp`: `enum class State`").empty());
}

} // namespace
