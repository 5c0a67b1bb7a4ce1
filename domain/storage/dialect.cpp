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

/// The place of `name` among `names`, counted from 1; the next one when it is new.
std::size_t number_of(std::vector<std::string_view>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    return index + 1;
}

void remove_all(std::string& text, std::string_view words)
{
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
        text.erase(at, words.size());
    }
}

} // namespace

Spelled spelled_for(Dialect dialect, std::string_view sql)
{
    Spelled spelled;
    auto& text = spelled.text;
    text.reserve(sql.size());
    std::vector<std::string_view> names;
    for (std::size_t at = 0; at < sql.size();) {
        if (sql[at] == ':' && at + 1 < sql.size() && is_letter(sql[at + 1])) {
            const auto end = end_of_word(sql, at + 1);
            text += dialect == Dialect::sqlite ? '?' : '$';
            text += std::to_string(number_of(names, sql.substr(at + 1, end - at - 1)));
            at = end;
        } else if (sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size());
        } else {
            const auto end = end_of_verbatim(sql, at);
            text += sql.substr(at, end - at);
            at = end;
        }
    }
    spelled.parameters = names.size();
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
