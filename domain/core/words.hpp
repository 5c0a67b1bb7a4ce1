#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace domain {

/// A value of an enum and its word, as columns and the API have it.
template <typename Enum>
struct Word {
    Enum value;
    std::string_view word;
};

namespace detail {

/// Whether an enum names that value: GCC and Clang spell one that it does not as a cast,
/// "(State)11".
template <auto value>
consteval bool is_named()
{
    const std::string_view spelled = __PRETTY_FUNCTION__;
    const auto before = spelled.find_last_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_]");
    return spelled[before] == ':';
}

template <typename Enum, std::size_t at = 0>
consteval std::size_t count_of()
{
    if constexpr (is_named<static_cast<Enum>(at)>()) {
        return count_of<Enum, at + 1>();
    } else {
        return at;
    }
}

} // namespace detail

/// Every value of an enum that counts from 0, in their order.
template <typename Enum>
constexpr auto values_of()
{
    std::array<Enum, detail::count_of<Enum>()> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<Enum>(i);
    return values;
}

/// What name() says of each of them.
template <typename Enum>
std::vector<std::string_view> names_of()
{
    std::vector<std::string_view> names;
    for (const auto value : values_of<Enum>())
        names.push_back(name(value));
    return names;
}

/// The value whose name() is `text`: how a word of the API, a file or a column is read back.
template <typename Enum>
constexpr std::optional<Enum> named(std::string_view text)
{
    for (const auto value : values_of<Enum>()) {
        if (name(value) == text) return value;
    }
    return {};
}

/// The words of an enum that counts from 0: one for each value, in their order, none twice. What
/// is not so does not compile. `lines` outlives this: it is a table written in the source.
template <typename Enum>
class Words {
public:
    template <std::size_t count>
    explicit consteval Words(const Word<Enum> (&lines)[count]) : lines_(lines)
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (index(lines[i].value) != i) throw "a line stands in another place than its value";
            for (std::size_t other = 0; other < i; ++other)
                if (lines[other].word == lines[i].word) throw "a word stands for two values";
        }
        if (detail::is_named<static_cast<Enum>(count)>()) throw "a value has no word";
    }

    constexpr std::string_view name(Enum value) const { return lines_[index(value)].word; }

    constexpr std::optional<Enum> parse(std::string_view word) const
    {
        for (const auto& line : lines_) {
            if (line.word == word) return line.value;
        }
        return {};
    }

    std::vector<std::string_view> names() const
    {
        std::vector<std::string_view> names;
        for (const auto& line : lines_)
            names.push_back(line.word);
        return names;
    }

    constexpr auto begin() const { return lines_.begin(); }
    constexpr auto end() const { return lines_.end(); }
    constexpr std::size_t size() const { return lines_.size(); }

private:
    static constexpr std::size_t index(Enum value) { return static_cast<std::size_t>(value); }

    std::span<const Word<Enum>> lines_;
};

} // namespace domain
