#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/language.hpp"
#include "domain/mail/message.hpp"
#include "domain/mail/template.hpp"
#include "domain/platform/platform.hpp"

namespace domain::letters {

/// Subject and body of `which` in `language`, with the placeholders filled in, under greeting and
/// over closing. To whom, and when, is left to the caller.
mail::Message written(const Platform& platform, mail::Template which, Language language,
                      std::vector<std::pair<std::string_view, std::string>> values);

} // namespace domain::letters
