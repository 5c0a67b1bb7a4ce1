#include "tests/architecture/includes.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

namespace tests {

namespace fs = std::filesystem;

namespace {

void read(const std::string& path, std::vector<Include>& into)
{
    static const std::regex pattern(R"re(^\s*#\s*include\s*"([^"]+)")re");
    std::ifstream file(fs::path(SOURCE_DIR) / path);
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        std::smatch match;
        if (std::regex_search(line, match, pattern)) into.push_back({path, number, match[1]});
    }
}

/// Walks from module to module, depth first, until it meets one that it is still inside of.
class Walk {
public:
    explicit Walk(const std::vector<Include>& includes)
    {
        for (const auto& include : includes) {
            const auto module = module_of(include.path);
            if (module != module_of(include.included)) leaving_[module].push_back(include);
        }
    }

    std::vector<Include> circle()
    {
        for (const auto& [module, _] : leaving_) {
            if (closes(module)) return way_;
        }
        return {};
    }

private:
    bool closes(const std::string& module)
    {
        const auto inside = std::ranges::find(
            way_, module, [](const Include& include) { return module_of(include.path); });
        if (inside != way_.end()) {
            way_.erase(way_.begin(), inside);
            return true;
        }
        if (!seen_.insert(module).second) return false;
        const auto leaving = leaving_.find(module);
        if (leaving == leaving_.end()) return false;
        for (const auto& include : leaving->second) {
            way_.push_back(include);
            if (closes(module_of(include.included))) return true;
            way_.pop_back();
        }
        return false;
    }

    std::map<std::string, std::vector<Include>> leaving_;
    std::set<std::string> seen_;
    std::vector<Include> way_; // from where the walk began to where it stands
};

} // namespace

std::string text(const Include& include)
{
    return include.path + ':' + std::to_string(include.line) + " includes " + include.included;
}

std::string module_of(std::string_view path)
{
    return fs::path(path).replace_extension().string();
}

std::vector<std::string> sources_of(std::string_view folder)
{
    std::set<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp") continue;
        paths.insert(fs::relative(entry.path(), SOURCE_DIR).string());
    }
    return {paths.begin(), paths.end()};
}

std::vector<std::string> includes_in_other_words(std::string_view folder)
{
    static const std::regex any(R"re(^\s*(#|%:|\?\?=)(\s|/\*.*\*/)*(include|import)\b)re");
    static const std::regex ours(
        R"re(^#include ("(domain|payments|invoicing|jobs|api|ops|tests)(/[\w-]+)+\.hpp"|<[\w/.+-]+>)( //.*)?$)re");
    static const std::set<std::string> other_endings = {".h",   ".hh",  ".hxx", ".inc", ".inl",
                                                        ".ipp", ".tpp", ".cc",  ".cxx", ".c"};
    std::vector<std::string> faults;
    for (const auto& path : sources_of(folder)) {
        std::ifstream file(fs::path(SOURCE_DIR) / path);
        int number = 0;
        for (std::string line; std::getline(file, line);) {
            ++number;
            if (std::regex_search(line, any) && !std::regex_match(line, ours))
                faults.push_back(path + ':' + std::to_string(number) + ": " + line);
        }
    }
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
        if (other_endings.contains(entry.path().extension()))
            faults.push_back(entry.path().string() + ": ends otherwise");
    }
    return faults;
}

std::vector<Include> includes_of(std::string_view folder)
{
    std::vector<Include> includes;
    for (const auto& path : sources_of(folder))
        read(path, includes);
    return includes;
}

std::vector<Include> circle_in(const std::vector<Include>& includes)
{
    return Walk(includes).circle();
}

} // namespace tests
