#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"

namespace domain::payees {

/// One thing between a provider and its money, with what to do about it.
struct Hurdle {
    std::string code; // a machine word: "mandate_not_accepted"
    Say reason;
    std::string action;                 // a word to program against: "complete_profile"
    std::string link;                   // where: a route of the API, or Mangopay's hosted page
    std::vector<std::string> details{}; // paths of the profile, Mangopay's reasons
};

/// The one of ours that begins like the codes with which Mangopay refuses.
inline constexpr std::string_view mangopay_terms_not_accepted = "mangopay_terms_not_accepted";

} // namespace domain::payees
