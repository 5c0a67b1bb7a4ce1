#include "ops/mangopay-sandbox/client/retention.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <vector>

#include "ops/mangopay-sandbox/objects/transactions.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

constexpr std::int64_t day = 86'400;

void forget(World& world, Kind kind, const std::function<bool(const json&)>& is_old)
{
    std::vector<std::string> old;
    world.state.each(kind, [&](const std::string& id, const json& document) {
        if (is_old(document)) old.push_back(id);
    });
    for (const auto& id : old)
        world.state.erase(kind, id);
}

} // namespace

void forget_old(World& world)
{
    const auto older_than = [&](const char* field, std::int64_t seconds) {
        const auto limit = world.seconds() - seconds;
        return [=](const json& document) { return document.at(field).get<std::int64_t>() < limit; };
    };
    forget(world, Kind::event, older_than("Date", 45 * day));
    forget(world, Kind::response, older_than("At", day));
    forget(world, Kind::token, older_than("Until", 0));
    forget(world, Kind::transaction, [&](const json& transaction) {
        return transaction.at("Status") != "CREATED" && !is_kept(world, transaction);
    });
}

} // namespace mangopay_sandbox
