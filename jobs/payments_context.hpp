#pragma once

#include "domain/core/check.hpp"
#include "jobs/context.hpp"
#include "payments/flows/context.hpp"

namespace jobs {

inline payments::flows::Context payments_context(Context& context)
{
    domain::check(context.gateway != nullptr, "jobs about money have a gateway");
    return {context.db, *context.gateway};
}

} // namespace jobs
