#include "domain/core/language.hpp"

namespace domain {

std::string_view name(Language language)
{
    return language == Language::fr ? "fr" : "en";
}

Language parse_language(std::string_view text)
{
    return text == "en" ? Language::en : Language::fr;
}

} // namespace domain
