#include "jobs/registry.hpp"

#include <vector>

#include "jobs/sweep.hpp"

namespace jobs {

using namespace std::chrono_literals;
using domain::events::Kind;

std::span<const Consumer> consumers()
{
    static const std::vector<Consumer> all = {};
    return all;
}

std::span<const Scheduled> schedule()
{
    static const std::vector<Scheduled> all = {
        {"sweep", 1h, sweep},
    };
    return all;
}

} // namespace jobs
