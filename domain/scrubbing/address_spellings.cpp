#include "domain/scrubbing/address_spellings.hpp"

#include <algorithm>

namespace domain::scrubbing {

namespace {

/// What stands before a street's name: "12 bis".
bool is_house_number(const std::string& word)
{
    return word.find_first_not_of("0123456789") == word.npos || word == "bis" || word == "ter" ||
           word == "quater";
}

std::string without_number(const std::string& line)
{
    std::string street;
    for (const auto& word : words_of(line)) {
        if (!street.empty() || !is_house_number(word)) street += word + " ";
    }
    return street;
}

} // namespace

void add_email(Gathered& keys, const std::string& email)
{
    const auto at = std::min(email.find('@'), email.size());
    const auto mailbox = email.substr(0, std::min(email.find('+'), at));
    keys.whole(email);
    keys.whole(mailbox + email.substr(at));
    if (words_of(mailbox).size() > 1) keys.word(as_one_word(mailbox), word_min);
}

void add_address_line(Gathered& keys, const std::string& line)
{
    keys.whole(line);
    for (std::size_t from = 0; from < line.size();) {
        const auto to = std::min(line.find(',', from), line.size());
        const auto piece = line.substr(from, to - from);
        keys.whole(piece);
        keys.whole(without_number(piece), word_min);
        from = to + 1;
    }
}

void add_town(Gathered& keys, const std::string& town)
{
    keys.whole(town);
    for (const auto& part : words_of(town))
        keys.word(part, word_min);
}

} // namespace domain::scrubbing
