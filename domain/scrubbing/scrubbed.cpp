#include "domain/scrubbing/scrubbed.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "domain/scrubbing/signs.hpp"

namespace domain::scrubbing {

namespace {

constexpr std::string_view in_its_place = "…";

/// Which letters of a text go, and which of them go together.
class Cover {
public:
    explicit Cover(std::size_t letters) : covered_(letters), joined_(letters) {}

    void put(std::size_t first, std::size_t last)
    {
        for (auto i = first; i <= last; ++i) {
            covered_[i] = true;
            if (i < last) joined_[i] = true;
        }
    }
    bool covers(std::size_t letter) const { return covered_[letter]; }
    bool joins_next(std::size_t letter) const { return joined_[letter]; }

private:
    std::vector<bool> covered_, joined_;
};

/// A text in each of the ways in which something is looked for in it.
struct Read {
    explicit Read(const std::string& text)
        : letters(letters_of(text)),
          written(as_written(letters)),
          plain(in_plain_words(letters)),
          figures(figures_of(letters))
    {
    }

    std::vector<Letter> letters;
    Signs written, plain, figures;
};

enum class Across : std::uint8_t { one_word, words, words_to_a_capital };

/// The last sign of what begins at `start` and is `length` long, where it ends with a word or with
/// the plural of one: "les Müllers", "les Moreaux". A short name counts where it has a capital, and
/// one of two letters has no plural: "Les" is not "Le".
std::optional<std::size_t> end_of(const Signs& signs, std::size_t start, std::size_t length)
{
    const bool is_small = signs[start].is_small;
    const auto last = start + length - 1;
    if (signs[last].ends)
        return length > short_name || !is_small ? std::optional(last) : std::nullopt;
    const auto& next = signs[last + 1]; // there is one: its word goes on
    const bool is_plural = next.ends && (next.spelled == 's' || next.spelled == 'x');
    const bool has_plural = length >= word_min || (length >= part_min && !is_small);
    return is_plural && has_plural ? std::optional(last + 1) : std::nullopt;
}

/// Covers each of `keys` that begins at `start`; whether there is one. The keys are in order, so
/// those that go on as the text does lie side by side.
bool cover_from(Cover& cover, const Signs& signs, std::size_t start,
                const std::vector<std::string>& keys, Across across)
{
    bool found = false;
    bool has_capital = true;
    auto alike = std::span(keys);
    for (std::size_t length = 0; start + length < signs.size(); ++length) {
        const auto& sign = signs[start + length];
        if (sign.begins) has_capital = across != Across::words_to_a_capital || !sign.is_small;
        const auto next = [length](const std::string& key) {
            return static_cast<unsigned char>(key[length]); // 0 at its end
        };
        const auto wanted = static_cast<unsigned char>(sign.spelled);
        alike = {std::ranges::lower_bound(alike, wanted, {}, next),
                 std::ranges::upper_bound(alike, wanted, {}, next)};
        if (alike.empty()) return found;
        const bool is_key = alike.front().size() == length + 1;
        const auto end = is_key && has_capital ? end_of(signs, start, length + 1) : std::nullopt;
        if (end) {
            cover.put(signs[start].first, signs[*end].last);
            found = true;
        }
        if (sign.ends && across == Across::one_word) return found;
    }
    return found;
}

bool cover_each(Cover& cover, const Signs& signs, const std::vector<std::string>& keys,
                Across across = Across::words)
{
    bool found = false;
    for (std::size_t start = 0; start < signs.size(); ++start) {
        if (signs[start].begins) found |= cover_from(cover, signs, start, keys, across);
    }
    return found;
}

bool cover_all(Cover& cover, const Read& read, const Keys& keys)
{
    const bool found[] = {cover_each(cover, read.written, keys.words),
                          cover_each(cover, read.written, keys.proper, Across::words_to_a_capital),
                          cover_each(cover, read.written, keys.solid, Across::one_word),
                          cover_each(cover, read.plain, keys.plain),
                          cover_each(cover, read.figures, keys.figures)};
    return std::ranges::find(found, true) != std::end(found);
}

/// "M." behind "Zoé", "Z." before "Müller": capitals by themselves, beside what goes already.
void cover_initials(Cover& cover, const std::vector<Letter>& letters, const std::string& initials)
{
    constexpr std::size_t gap_max = 3; // bytes: ". ", ".-"
    const auto is_initial = [&](std::size_t i) {
        const auto& letter = letters[i];
        return letter.begins && letter.ends && !letter.is_small && !cover.covers(i) &&
               initials.find(letter.spelled) != initials.npos;
    };
    const auto are_beside = [&](std::size_t i) {
        return letters[i + 1].from - letters[i].to <= gap_max;
    };
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        if (cover.covers(i) && is_initial(i + 1) && are_beside(i)) cover.put(i, i + 1);
    }
    for (auto i = letters.size(); i-- > 1;) {
        if (cover.covers(i) && is_initial(i - 1) && are_beside(i - 1)) cover.put(i - 1, i);
    }
}

/// "+33 6…": the sign goes with the number.
std::size_t beginning_of(const std::string& text, const Letter& letter)
{
    const bool has_plus = letter.is_digit() && letter.from > 0 && text[letter.from - 1] == '+';
    return has_plus ? letter.from - 1 : letter.from;
}

} // namespace

std::string scrubbed(const std::string& text, const Spellings& spellings)
{
    const Read read(text);
    Cover cover(read.letters.size());
    cover_all(cover, read, spellings.anywhere);
    if (cover_all(cover, read, spellings.places)) cover_all(cover, read, spellings.beside_places);
    cover_initials(cover, read.letters, spellings.initials);

    std::string clean;
    std::size_t done = 0; // bytes
    for (std::size_t i = 0; i < read.letters.size(); ++i) {
        if (!cover.covers(i)) continue;
        const auto from = beginning_of(text, read.letters[i]);
        while (cover.joins_next(i))
            ++i;
        if (from > done) clean.append(text, done, from - done);
        clean += in_its_place;
        done = read.letters[i].to;
    }
    return clean.append(text, done);
}

} // namespace domain::scrubbing
