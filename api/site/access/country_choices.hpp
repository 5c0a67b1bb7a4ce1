#pragma once

#include <string>
#include <vector>

#include "api/site/frame/form.hpp"
#include "domain/core/language.hpp"

namespace api::site::access {

/// A choice whose words are its own in every language: a name, a legal form.
frame::Choice as_is(std::string value, std::string name);

/// Every country that the product takes: those of the Union first, each part by the alphabet.
std::vector<frame::Choice> country_choices(domain::Language language);

} // namespace api::site::access
