#include <cstdlib>

#include "api/pipeline/route.hpp"
#include "domain/core/log.hpp"
#include "jobs/registry.hpp"
#include "tests/faults/world.hpp"

namespace tests {

namespace {

/// Every seventh statement, or each one (ops/check).
std::int64_t step()
{
    const char* which = std::getenv("ENTREMISE_FAULTS");
    constexpr std::int64_t seventh = 7;
    return which != nullptr && std::string_view(which) == "all" ? 1 : seventh;
}

std::vector<Play> all_of(std::initializer_list<std::vector<Play> (*)()> tables)
{
    std::vector<Play> all;
    for (auto* const table : tables) {
        for (const auto& play : table())
            all.push_back(play);
    }
    return all;
}

std::vector<Play> operations()
{
    return all_of({World::access, World::people, World::pages, World::market, World::talk,
                   World::money, World::archives, World::staff, World::links});
}
std::vector<Play> work()
{
    return all_of({World::consumers, World::schedule});
}

std::set<std::string_view> names(const std::vector<Play>& plays)
{
    std::set<std::string_view> names;
    for (const auto& play : plays)
        names.insert(play.scenario.name);
    return names;
}

class Faults : public World, public ::testing::WithParamInterface<Play> {};

TEST_P(Faults, LeaveNothingHalfDone)
{
    domain::log_nothing_below(domain::Level::error);
    play(GetParam(), step());
}

constexpr auto by_name = [](const auto& named) { return std::string(named.param.scenario.name); };
INSTANTIATE_TEST_SUITE_P(OfOperations, Faults, ::testing::ValuesIn(operations()), by_name);
INSTANTIATE_TEST_SUITE_P(OfJobs, Faults, ::testing::ValuesIn(work()), by_name);

/// What reads an archive leaves its trace, and Mangopay's call is a GET.
bool writes(const api::Route& route)
{
    // A page's form is a skin of an operation, which is tried.
    if (route.dress == api::Dress::page) return false;
    return route.method != "GET" || route.who == api::Who::archive_reader ||
           route.who == api::Who::hook;
}

TEST(FaultsAreTried, OnEveryOperationThatWrites)
{
    std::set<std::string_view> all;
    for (const auto& route : api::routes()) {
        if (writes(route)) all.insert(route.operation);
    }
    EXPECT_EQ(names(operations()), all);
}

TEST(FaultsAreTried, OnEveryEventThatIsHeardAndEveryScheduledJob)
{
    std::set<std::string_view> all;
    for (const auto& consumer : jobs::consumers())
        all.insert(domain::events::name(consumer.kind));
    for (const auto& job : jobs::schedule())
        all.insert(job.name);
    EXPECT_EQ(names(work()), all);
}

} // namespace

} // namespace tests
