#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/profiles/profile.hpp"
#include "domain/vault/vault.hpp"

namespace domain::profiles {

/// Whether two spellings are of one name: accents, case, blanks, hyphens and apostrophes make no
/// difference, other words or another order do.
bool is_same_name(std::string_view one, std::string_view other);

/// Whether both may be meant to be one name, however somebody writes it: as is_same_name(), and
/// with its words in any order, joined or parted ("Jeanpierre", "de la Tour", "Delatour"), with "ü"
/// as "u" or "ue", with or without the words that only say that a person trades alone ("EI").
bool may_be_one_name(std::string_view one, std::string_view other);

/// The keyed indexes by which two accounts of one person are known: two with one in common are.
/// Compared are the birth date and the words of the whole name, in whichever order and whichever
/// of its two fields, without particles ("de", "von") and with "ü" as "u" or "ue"; or else the two
/// fields, each written as one word ("Jeanpierre", "Delatour"). Empty while name or birth date is
/// not given.
std::vector<std::string> likenesses_of(const Vault& vault, const Person& person);

/// The same of a business: its SIREN, which a French VAT number has too; for want of one, its VAT
/// number in another state. Empty when it has neither.
std::vector<std::string> likenesses_of(const Vault& vault, const Company& company);

} // namespace domain::profiles
