#include "jobs/registry.hpp"

#include <vector>

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
    };
    return all;
}

std::span<const Scheduled> schedule()
{
    static const std::vector<Scheduled> all = {
        {"sweep", 1h, sweep},
        {"tidy_accounts", 1h, tidy_accounts},
    };
    return all;
}

} // namespace jobs
