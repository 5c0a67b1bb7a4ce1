#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Makes an account exist at Mangopay; `detail` is its role, "payer" or "owner".
void on_payment_account_due(Context& context, const domain::events::Leased& event);

/// Whoever left is closed at Mangopay too; tried again while a wallet is not empty.
void on_payment_user_changed(Context& context, const domain::events::Leased& event);
void on_payment_user_closing(Context& context, const domain::events::Leased& event);

/// Providers whom Mangopay wants to verify again hear of it a month, a week and a day before.
std::int64_t remind_of_renewals(Context& context);

} // namespace jobs
