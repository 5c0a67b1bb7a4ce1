#include "jobs/registry.hpp"

#include <vector>

#include "jobs/deadlines.hpp"
#include "jobs/issue_invoices.hpp"
#include "jobs/messages.hpp"
#include "jobs/send_mail.hpp"
#include "jobs/sweep.hpp"
#include "jobs/tidy_accounts.hpp"

namespace jobs {

using namespace std::chrono_literals;
using domain::events::Kind;

std::span<const Consumer> consumers()
{
    static const std::vector<Consumer> all = {
        {Kind::mail_due, send_mail},
        {Kind::message_sent, on_message_sent},
        {Kind::order_released, issue_invoices},
        {Kind::invoices_issued, render_invoices},
    };
    return all;
}

std::span<const Scheduled> schedule()
{
    static const std::vector<Scheduled> all = {
        {"sweep", 1h, sweep},
        {"tidy_accounts", 1h, tidy_accounts},
        {"expire_requests", 5min, expire_requests},
        {"expire_quotes", 5min, expire_quotes},
        {"expire_orders", 5min, expire_orders},
        {"validate_silent_orders", 5min, validate_silent_orders},
    };
    return all;
}

} // namespace jobs
