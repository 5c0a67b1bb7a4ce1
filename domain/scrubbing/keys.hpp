#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace domain::scrubbing {

/// What to look for, each list in order and without repetition.
struct Keys {
    std::vector<std::string> words;   // a word or several, as written
    std::vector<std::string> proper;  // the same, the last word written with a capital
    std::vector<std::string> solid;   // one word
    std::vector<std::string> plain;   // a word or several, of Signs in_plain_words()
    std::vector<std::string> figures; // digits, of figures_of()
};

inline constexpr std::size_t short_name = 2; // "Ng": found where it is written with a capital
inline constexpr std::size_t part_min = 3;   // "Zoé" of "Zoé-Anne"
inline constexpr std::size_t word_min = 4;   // where a shorter one would be anybody's

/// Gathers keys, without those shorter than `least`.
class Gathered {
public:
    /// A text as written, and in plain words.
    void whole(std::string_view text, std::size_t least = part_min);
    void word(const std::string& word, std::size_t least);
    void proper(const std::string& word, std::size_t least);
    void solid(const std::string& word);
    void figures(const std::string& digits);

    Keys keys() const;

private:
    std::set<std::string> words_, proper_, solid_, plain_, figures_;
};

/// Letters and digits of a text: "D'Étienne-Müller" -> "detiennemuller"; and word by word: "d",
/// "etienne", "muller".
std::string as_one_word(std::string_view text);
std::vector<std::string> words_of(std::string_view text);

/// Its digits alone.
std::string digits_of(std::string_view text);

} // namespace domain::scrubbing
