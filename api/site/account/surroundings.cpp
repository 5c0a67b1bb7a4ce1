#include "api/site/account/surroundings.hpp"

#include <algorithm>

namespace api::site::account {

std::optional<ToldView> told(const Request& request, std::initializer_list<Deed> deeds)
{
    const auto done = query_text(request, "done");
    const auto* found = std::ranges::find(deeds, std::string_view(done), &Deed::first);
    if (found == deeds.end()) return {};
    return ToldView{{std::string(found->second)}};
}

} // namespace api::site::account
