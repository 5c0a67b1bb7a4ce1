#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/language.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/message.hpp"
#include "domain/mail/template.hpp"
#include "domain/platform/platform.hpp"

namespace domain::letters {

/// What stands between the same in two languages, and before who wrote it.
inline constexpr std::string_view between_languages = "\n\n* * *\n\n";
inline constexpr std::string_view before_closing = "\n\n-- \n";

/// What stands for the placeholders.
using Values = std::vector<std::pair<std::string_view, std::string>>;

/// Subject and body of `which` in `language`, with the placeholders filled in, under greeting and
/// over closing. To whom, and when, is left to the caller.
mail::Message written(const Platform& platform, mail::Template which, Language language,
                      Values values);

/// The same, in every language.
using Words = std::vector<std::pair<std::string_view, Say>>;

/// The same in French and then in English, under one closing: for a reader of unknown language.
mail::Message written_in_both(const Platform& platform, mail::Template which, const Words& words);

} // namespace domain::letters
