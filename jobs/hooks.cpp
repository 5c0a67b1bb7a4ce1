#include "jobs/hooks.hpp"

#include "jobs/payments_context.hpp"
#include "payments/hooks/hook_store.hpp"
#include "payments/hooks/hooks.hpp"

namespace jobs {

using namespace domain;

void on_hook_received(Context& context, const events::Leased& event)
{
    payments::hooks::read_again(payments_context(context), event.detail,
                                payments::ResourceId(event.subject));
}

std::int64_t ensure_hooks(Context& context)
{
    if (context.hook_url.empty() || context.gateway == nullptr) return 0;
    return payments::hooks::ensure(payments_context(context), context.hook_url);
}

std::int64_t backfill_hooks(Context& context)
{
    if (context.gateway == nullptr) return 0;
    context.db.transaction([](Transaction& tx) { payments::hooks::sweep(tx); });
    return payments::hooks::backfill(payments_context(context));
}

} // namespace jobs
