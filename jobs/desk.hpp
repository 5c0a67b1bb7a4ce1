#pragma once

#include "domain/core/check.hpp"
#include "jobs/context.hpp"
#include "payments/flows/desk.hpp"

namespace jobs {

inline payments::flows::Desk desk_of(Context& context)
{
    domain::check(context.gateway != nullptr, "jobs about money have a gateway");
    return {context.db, *context.gateway};
}

} // namespace jobs
