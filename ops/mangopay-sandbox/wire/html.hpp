#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/refused.hpp"
#include "ops/mangopay-sandbox/wire/wire.hpp"

/// The little HTML the hosted pages need.
namespace mangopay_sandbox::html {

std::string escaped(std::string_view text);

/// A complete page; `body` is HTML.
Answer page(domain::Language language, std::string_view title, const std::string& body);

/// A button that posts `decision` with the form.
std::string button(std::string_view decision, std::string_view label, bool primary = false);

/// 303 to the address (which must be http or https), as the browser comes back to the platform.
Answer redirect(const std::string& url);

/// The address with one more query parameter.
std::string with_parameter(std::string url, std::string_view name, std::string_view value);

/// The members of an application/x-www-form-urlencoded body, decoded.
using Form = std::vector<std::pair<std::string, std::string>>;
Form read_form(std::string_view body);
std::string value(const Form& form, std::string_view name); // "" when absent

/// The language that `lang` asks for ("en", "fr_FR" ...); French otherwise.
domain::Language language(std::string_view lang);

} // namespace mangopay_sandbox::html
