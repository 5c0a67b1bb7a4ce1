#include "domain/core/language_names.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace domain {

std::string language_name(const std::string& code, Language reader)
{
    icu::UnicodeString written;
    icu::Locale(code.c_str())
        .getDisplayLanguage(icu::Locale(std::string(name(reader)).c_str()), written);
    std::string said;
    written.toUTF8String(said);
    return said.empty() ? code : said;
}

} // namespace domain
