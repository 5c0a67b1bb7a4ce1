#include "domain/scrubbing/keys.hpp"

#include <utility>

#include "domain/scrubbing/signs.hpp"

namespace domain::scrubbing {

namespace {

void add(std::set<std::string>& keys, const std::string& key, std::size_t least)
{
    if (key.size() >= least) keys.insert(key);
}

std::vector<std::string> listed(const std::set<std::string>& keys)
{
    return {keys.begin(), keys.end()};
}

} // namespace

void Gathered::whole(std::string_view text, std::size_t least)
{
    const auto letters = letters_of(text);
    add(words_, spelled(as_written(letters)), least);
    add(plain_, spelled(in_plain_words(letters)), part_min);
}

void Gathered::word(const std::string& word, std::size_t least)
{
    add(words_, word, least);
}

void Gathered::proper(const std::string& word, std::size_t least)
{
    add(proper_, word, least);
}

void Gathered::solid(const std::string& word)
{
    add(solid_, word, word_min);
}

void Gathered::figures(const std::string& digits)
{
    add(figures_, digits, word_min);
}

Keys Gathered::keys() const
{
    return {listed(words_), listed(proper_), listed(solid_), listed(plain_), listed(figures_)};
}

std::string as_one_word(std::string_view text)
{
    return spelled(as_written(letters_of(text)));
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const auto& letter : letters_of(text)) {
        word += letter.spelled;
        if (letter.ends) words.push_back(std::exchange(word, ""));
    }
    return words;
}

std::string digits_of(std::string_view text)
{
    auto digits = as_one_word(text);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits;
}

} // namespace domain::scrubbing
