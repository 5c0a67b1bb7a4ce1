#pragma once

#include <string>
#include <vector>

#include "domain/profiles/trait.hpp"
#include "domain/scrubbing/keys.hpp"

namespace domain::scrubbing {

/// Every way in which people write what somebody is recognised by. Rather a word of anybody's too
/// many than one of this person's too few.
struct Spellings {
    Keys anywhere;
    Keys places;          // lines of the address, its postcode
    Keys beside_places;   // the town: alone it is everybody's, in a text with one of `places` not
    std::string initials; // beside a name: "Zoé M.", "Z. Müller"
};

Spellings spellings_of(const std::vector<profiles::Trait>& traits);

} // namespace domain::scrubbing
