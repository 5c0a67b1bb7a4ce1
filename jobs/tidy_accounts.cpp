#include "jobs/tidy_accounts.hpp"

#include "domain/accounts/accounts.hpp"
#include "domain/accounts/attempts.hpp"
#include "domain/accounts/sessions.hpp"

namespace jobs {

using namespace domain;

std::int64_t tidy_accounts(Context& context)
{
    return context.db.transaction([](Transaction& tx) {
        return accounts::sessions::sweep(tx) + accounts::sweep_attempts(tx) +
               accounts::drop_unverified(tx);
    });
}

} // namespace jobs
