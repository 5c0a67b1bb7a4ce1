#include "jobs/sign_heads.hpp"

#include "invoicing/series/heads.hpp"

namespace jobs {

using namespace domain;

std::int64_t sign_heads(Context& context)
{
    return context.db.transaction(
        [](Transaction& tx) { return std::ssize(invoicing::series::sign_heads(tx)); });
}

} // namespace jobs
