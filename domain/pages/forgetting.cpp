#include "domain/pages/forgetting.hpp"

#include "domain/pages/pages.hpp"

namespace domain::pages {

forgetting::Eraser eraser()
{
    return {
        {.rule = "public_page",
         .starts = policy::Start::closing,
         .lasts = forgetting::Lasts::until_asked},
        [](Transaction& tx, const forgetting::Leaving& leaving) { erase(tx, leaving.account); }};
}

} // namespace domain::pages
