#include "jobs/sign_heads.hpp"

#include "invoicing/series/anchors.hpp"
#include "invoicing/series/heads.hpp"

namespace jobs {

using namespace domain;

std::int64_t sign_heads(Context& context)
{
    const auto count = context.db.transaction(
        [](Transaction& tx) { return std::ssize(invoicing::series::sign_heads(tx)); });
    context.db.read_latest(invoicing::series::anchor_heads);
    return count;
}

} // namespace jobs
