#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/language.hpp"
#include "domain/platform/platform.hpp"

namespace domain::letters {

/// What stands before, between and after each `mark`.
std::vector<std::string_view> split(std::string_view text, std::string_view mark);

/// What a mail says in one language, as HTML: paragraph after paragraph.
class HtmlSheet {
public:
    HtmlSheet(const Platform& platform, Language language)
        : platform_(platform), language_(language)
    {
    }

    /// The first that is an address of the site's becomes a button with the address under it; one
    /// of digits alone a code to type; lines that begin with "- " a list.
    void add(std::string_view paragraph);

    /// A screen reader is told in which language to speak.
    std::string html() const;

private:
    void add_button(std::string_view address);
    void add_lines(std::string_view paragraph);

    const Platform& platform_;
    Language language_;
    std::string html_{};
    bool has_button_ = false;
};

} // namespace domain::letters
