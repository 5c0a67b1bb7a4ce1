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

/// The same for a text that is about somebody else: there a first name alone is anybody's, and so
/// is a postcode; a surname or a business of one word counts where it is written with a capital
/// ("Madame Petit", but "un petit accroc"). Whatever leads to one person alone counts as above.
Spellings spellings_in_passing(const std::vector<profiles::Trait>& traits);

} // namespace domain::scrubbing
