#include "domain/storage/dialect.hpp"

#include <regex>

namespace domain::storage {

namespace {

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void remove_all(std::string& text, std::string_view words)
{
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
        text.erase(at, words.size());
    }
}

} // namespace

std::string spelled_for(Dialect dialect, std::string_view sql)
{
    std::string text;
    text.reserve(sql.size() + 32);
    int occurrence = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (c == '\'') quoted = !quoted;
        const bool placeholder = !quoted && c == ':' && i + 1 < sql.size() && is_word(sql[i + 1]);
        text += c;
        if (!placeholder) continue;
        text += "v" + std::to_string(++occurrence);
        while (i + 1 < sql.size() && is_word(sql[i + 1]))
            ++i;
    }
    if (dialect == Dialect::sqlite) {
        remove_all(text, "FOR UPDATE SKIP LOCKED");
        remove_all(text, "FOR UPDATE");
    }
    return text;
}

std::string ddl_for(Dialect dialect, std::string_view ddl)
{
    std::string text(ddl);
    if (dialect == Dialect::postgresql) return text;
    text = std::regex_replace(text, std::regex("\\bBIGINT\\b"), "INTEGER");
    return std::regex_replace(text, std::regex("\n\\);"), "\n) STRICT;");
}

} // namespace domain::storage
