#pragma once

#include "domain/core/refused.hpp"
#include "invoicing/archive/archive.hpp"
#include "invoicing/issuing/damage.hpp"
#include "invoicing/model/invoice.hpp"

/// What an export says to people, in the language of whoever reads it.
namespace invoicing::archive {

const domain::Say& words_of(Kind kind);
const domain::Say& words_of(Direction direction);
const domain::Say& words_of(issuing::Damage damage);
const domain::Say& words_of(bool is_so); // "oui", "no"

} // namespace invoicing::archive
