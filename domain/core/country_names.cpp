#include "domain/core/country_names.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "domain/core/check.hpp"

namespace domain {

namespace {

icu::Locale locale_of(Language language)
{
    return icu::Locale(std::string(name(language)).c_str());
}

std::string name_of(const Country& country, const icu::Locale& reader)
{
    icu::UnicodeString written;
    icu::Locale("", country.text().c_str()).getDisplayCountry(reader, written);
    std::string name;
    written.toUTF8String(name);
    return name;
}

std::vector<NamedCountry> every_country(const icu::Locale& reader)
{
    std::vector<NamedCountry> found;
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            const auto country = Country::parse(std::string{first, second});
            if (country) found.push_back({*country, name_of(*country, reader)});
        }
    }
    return found;
}

/// "Émirats" stands under E.
std::vector<NamedCountry> sorted(Language language)
{
    const auto reader = locale_of(language);
    auto countries = every_country(reader);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> alphabet(icu::Collator::createInstance(reader, status));
    check(U_SUCCESS(status) != 0, "ICU has its collation data");
    std::ranges::stable_sort(countries, [&](const NamedCountry& one, const NamedCountry& other) {
        UErrorCode ignored = U_ZERO_ERROR;
        return alphabet->compareUTF8(one.name, other.name, ignored) == UCOL_LESS;
    });
    return countries;
}

} // namespace

const std::vector<NamedCountry>& named_countries(Language language)
{
    static const auto french = sorted(Language::fr);
    static const auto english = sorted(Language::en);
    return language == Language::fr ? french : english;
}

} // namespace domain
