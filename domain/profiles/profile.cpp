#include "domain/profiles/profile.hpp"

#include <utility>

namespace domain::profiles {

std::string public_name(const Person& person)
{
    if (person.surname.empty()) return person.first_name;
    std::size_t end = 1; // of the first code point
    while (end < person.surname.size() &&
           (static_cast<unsigned char>(person.surname[end]) & 0xc0) == 0x80)
        ++end;
    return person.first_name + " " + person.surname.substr(0, end) + ".";
}

bool is_professional(const Profile& profile)
{
    return profile.is_company || !profile.company.siret.empty();
}

int age_on(Day birth, Day today)
{
    const int years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
    const bool before_birthday =
        std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day());
    return before_birthday ? years - 1 : years;
}

} // namespace domain::profiles
