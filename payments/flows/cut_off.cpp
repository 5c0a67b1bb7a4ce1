#include "payments/flows/cut_off.hpp"

#include <mutex>
#include <set>
#include <string>

namespace payments::flows::cut_off {

namespace {

/// As many as one outage finds on their way: one a thread.
struct Noted {
    std::mutex mutex;
    std::set<std::string> ids;
};

Noted& noted()
{
    static Noted of_this_process;
    return of_this_process;
}

} // namespace

void note(const operations::MoneyOperationId& id)
{
    auto& all = noted();
    const std::lock_guard lock(all.mutex);
    all.ids.insert(id.text());
}

bool holds(const operations::MoneyOperationId& id)
{
    auto& all = noted();
    const std::lock_guard lock(all.mutex);
    return all.ids.contains(id.text());
}

void forget(const operations::MoneyOperationId& id)
{
    auto& all = noted();
    const std::lock_guard lock(all.mutex);
    all.ids.erase(id.text());
}

} // namespace payments::flows::cut_off
