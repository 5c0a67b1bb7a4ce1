#include "domain/storage/dialect.hpp"

#include <algorithm>
#include <regex>
#include <vector>

namespace domain::storage {

namespace {

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_word(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/// Where what is copied as it stands, from `at`, ends: a literal, a quoted name or the colons of a
/// cast; one character anywhere else.
std::size_t end_of_verbatim(std::string_view sql, std::size_t at)
{
    const char c = sql[at];
    auto end = at + 1;
    if (c == '\'' || c == '"') {
        end = sql.find(c, at + 1);
        if (end != std::string_view::npos) ++end;
    } else if (sql.substr(at, 2) == "::") {
        ++end;
    }
    return std::min(end, sql.size());
}

std::size_t end_of_word(std::string_view sql, std::size_t at)
{
    while (at < sql.size() && is_word(sql[at]))
        ++at;
    return at;
}

/// What stands for each name, by first appearance.
class Placeholders {
public:
    Placeholders(Dialect dialect, const Arguments& arguments)
        : mark_(dialect == Dialect::sqlite ? "?" : "$"), arguments_(arguments)
    {
    }

    const std::string& of(std::string_view name)
    {
        const auto found = std::find(names_.begin(), names_.end(), name);
        const auto index = static_cast<std::size_t>(found - names_.begin());
        if (found == names_.end()) {
            names_.push_back(name);
            const auto written = index < arguments_.size() ? arguments_[index].written : "";
            texts_.emplace_back(written.empty() ? mark_ + std::to_string(++parameters_) : written);
        }
        return texts_[index];
    }

    std::size_t names() const { return names_.size(); }
    std::size_t parameters() const { return parameters_; }

private:
    std::string mark_;
    const Arguments& arguments_;
    std::vector<std::string_view> names_;
    std::vector<std::string> texts_;
    std::size_t parameters_ = 0;
};

void remove_all(std::string& text, std::string_view words)
{
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
        text.erase(at, words.size());
    }
}

} // namespace

Spelled spelled_for(Dialect dialect, std::string_view sql, const Arguments& arguments)
{
    Spelled spelled;
    auto& text = spelled.text;
    text.reserve(sql.size());
    Placeholders placeholders(dialect, arguments);
    for (std::size_t at = 0; at < sql.size();) {
        if (sql[at] == ':' && at + 1 < sql.size() && is_letter(sql[at + 1])) {
            const auto end = end_of_word(sql, at + 1);
            text += placeholders.of(sql.substr(at + 1, end - at - 1));
            at = end;
        } else if (sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size());
        } else {
            const auto end = end_of_verbatim(sql, at);
            text += sql.substr(at, end - at);
            at = end;
        }
    }
    spelled.names = placeholders.names();
    spelled.parameters = placeholders.parameters();
    if (dialect == Dialect::sqlite) {
        remove_all(text, "FOR UPDATE SKIP LOCKED");
        remove_all(text, "FOR UPDATE");
    }
    return spelled;
}

std::string ddl_for(Dialect dialect, std::string_view ddl)
{
    std::string text(ddl);
    if (dialect == Dialect::postgresql) return text;
    text = std::regex_replace(text, std::regex("\\bBIGINT\\b"), "INTEGER");
    return std::regex_replace(text, std::regex("\n\\);"), "\n) STRICT;");
}

} // namespace domain::storage
