#include "domain/services/service.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/text.hpp"

namespace domain::services {

namespace {

using nlohmann::json;

bool is_part_of_word(char c)
{
    const bool is_ascii_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return is_ascii_word || static_cast<unsigned char>(c) >= 0x80; // folded: lower case already
}

} // namespace

std::string written(const Content& content)
{
    json record = {{"title", content.title},
                   {"description", content.description},
                   {"city", content.city},
                   {"skills", content.skills},
                   {"price_per", content.price_per}};
    if (content.price_from) record["price_from_minor"] = content.price_from->minor();
    return record.dump();
}

Content content_in(std::string_view text)
{
    const auto record = json::parse(text);
    const auto word = [&](const char* field) { return record.at(field).get<std::string>(); };
    Content content{.title = word("title"),
                    .description = word("description"),
                    .city = word("city"),
                    .skills = record.at("skills").get<std::vector<std::string>>(),
                    .price_per = word("price_per")};
    if (record.contains("price_from_minor"))
        content.price_from = eur(record.at("price_from_minor").get<std::int64_t>());
    return content;
}

std::string written(const std::vector<std::string>& texts)
{
    return json(texts).dump();
}

std::vector<std::string> texts_in(std::string_view text)
{
    return json::parse(text).get<std::vector<std::string>>();
}

std::set<std::string> words_of(std::string_view text)
{
    constexpr std::size_t word_min = 2;
    constexpr std::size_t word_max = 40;
    std::set<std::string> words;
    std::string word;
    for (const char c : folded(text) + " ") {
        if (is_part_of_word(c)) {
            word += c;
            continue;
        }
        if (word.size() >= word_min && word.size() <= word_max) words.insert(word);
        word.clear();
    }
    return words;
}

} // namespace domain::services
