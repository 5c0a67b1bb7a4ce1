#pragma once

#include <string>

#include "domain/mail/message.hpp"
#include "domain/platform/platform.hpp"

namespace domain::letters {

/// The text of a mail as the HTML that stands beside it, in the operator's look: the same words and
/// the same links, the first of each language as a button too. It loads nothing from anywhere.
/// Made of the text alone, so that a letter kept for whoever left has one as well.
std::string in_html(const Platform& platform, const mail::Message& message);

} // namespace domain::letters
