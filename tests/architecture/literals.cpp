#include "tests/architecture/literals.hpp"

#include <algorithm>

namespace tests {

namespace {

/// Walks through a source and knows the line it is on.
class Walk {
public:
    explicit Walk(std::string_view source) : source_(source) {}

    std::vector<Literal> literals()
    {
        while (at_ < source_.size()) {
            if (sees("//")) {
                take(to("\n"));
            } else if (sees("/*")) {
                take(to("*/") + 2);
            } else if (sees("R\"")) {
                raw();
            } else if (sees("\"")) {
                quoted();
            } else if (sees("'") && !is_word(before_)) { // not the one in 1'000
                character();
            } else {
                is_adjacent_ = is_adjacent_ && std::isspace(byte(at_)) != 0;
                take(1);
            }
        }
        return std::move(found_);
    }

private:
    static bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
    int byte(std::size_t at) const { return static_cast<unsigned char>(source_[at]); }
    bool sees(std::string_view text) const { return source_.substr(at_).starts_with(text); }

    /// How far it is to `end`, or to the end of all.
    std::size_t to(std::string_view end, std::size_t from = 0) const
    {
        return std::min(source_.find(end, at_ + from), source_.size()) - at_;
    }

    std::string_view take(std::size_t count)
    {
        const auto taken = source_.substr(at_, count);
        line_ += static_cast<int>(std::ranges::count(taken, '\n'));
        at_ += taken.size();
        if (!taken.empty()) before_ = taken.back();
        return taken;
    }

    void raw()
    {
        const int line = line_;
        take(2);
        const auto end = ")" + std::string(take(to("("))) + "\"";
        take(1);
        keep(line, take(to(end)));
        take(end.size());
    }

    void quoted()
    {
        const int line = line_;
        take(1);
        std::size_t length = 0;
        while (at_ + length < source_.size() && source_[at_ + length] != '"')
            length += source_[at_ + length] == '\\' ? 2 : 1;
        keep(line, take(length));
        take(1);
    }

    void character()
    {
        take(sees("'\\") ? 3 : 2);
        take(to("'") + 1);
    }

    void keep(int line, std::string_view text)
    {
        if (is_adjacent_) {
            found_.back().text += text;
        } else {
            found_.push_back({line, std::string(text)});
        }
        is_adjacent_ = true;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    int line_ = 1;
    char before_ = '\n';
    bool is_adjacent_ = false; // nothing but space and comments since the last one
    std::vector<Literal> found_;
};

} // namespace

std::vector<Literal> literals_in(std::string_view source)
{
    return Walk(source).literals();
}

} // namespace tests
