#pragma once

#include <string_view>

#include "domain/core/refused.hpp"

namespace payments {

/// Whether trying again can help, and how.
enum class Again {
    now,   // by the person, perhaps with another card
    later, // the same, after a while: technical
    fixed, // after something else was put right
    never,
};

std::string_view name(Again again);

/// What a result code of Mangopay's means to a person.
struct Explanation {
    std::string_view code; // the longest prefix of the codes it explains
    Again again;
    domain::Say text;
};

/// The explanation of `code`; a general one for what the table does not name.
const Explanation& explain(std::string_view code);

} // namespace payments
