#include "ops/mangopay-sandbox/surface/overview.hpp"

#include <nlohmann/json.hpp>

namespace mangopay_sandbox::overview {

using nlohmann::json;

namespace {

json counts(const World& world)
{
    json counts = json::object();
    for (std::size_t i = 0; i < kind_count; ++i) {
        const auto kind = static_cast<Kind>(i);
        counts[std::string(name(kind))] = world.state.count(kind);
    }
    return counts;
}

json wallets(const World& world, std::int64_t& sum)
{
    json list = json::array();
    world.state.each(Kind::wallet, [&](const std::string& id, const json& wallet) {
        const auto amount = wallet.at("Balance").at("Amount").get<std::int64_t>();
        sum += amount;
        list.push_back({{"id", id},
                        {"owners", wallet.at("Owners")},
                        {"funds_type", wallet.at("FundsType")},
                        {"currency", wallet.at("Currency")},
                        {"amount", amount}});
    });
    return list;
}

json transactions(const World& world)
{
    json counted = json::object();
    world.state.each(Kind::transaction, [&](const std::string&, const json& t) {
        const auto key = t.at("Type").get<std::string>() + " " + t.at("Nature").get<std::string>() +
                         " " + t.at("Status").get<std::string>();
        counted[key] = counted.value(key, 0) + 1;
    });
    return counted;
}

} // namespace

Answer state(World& world, const Call&)
{
    std::int64_t sum = 0;
    auto list = wallets(world, sum);
    const auto* books = world.state.maybe_find(Kind::books, "books");
    const auto in = books ? books->at("In").get<std::int64_t>() : 0;
    const auto out = books ? books->at("Out").get<std::int64_t>() : 0;
    return answer({{"client", world.settings.client_id},
                   {"now", domain::to_text(world.now)},
                   {"counts", counts(world)},
                   {"transactions", transactions(world)},
                   {"wallets", std::move(list)},
                   {"in", in},
                   {"out", out},
                   {"balanced", sum == in - out}});
}

Answer deliveries(World& world, const Call&)
{
    json list = json::array();
    world.state.each(Kind::delivery, [&](const std::string& id, const json& delivery) {
        const auto due = delivery.find("_Due");
        list.push_back(
            {{"id", id},
             {"event_type", delivery.at("EventType")},
             {"resource_id", delivery.at("RessourceId")},
             {"attempts", delivery.at("Attempts")},
             {"due", due == delivery.end()
                         ? json(nullptr)
                         : json(domain::to_text(domain::instant_of(due->get<std::int64_t>())))}});
    });
    return answer(list);
}

Answer faults(World& world, const Call&)
{
    json list = json::array();
    for (const auto& fault : world.faults.planned()) {
        list.push_back({{"kind", name(fault.kind)},
                        {"count", fault.count},
                        {"match", fault.match},
                        {"delay_ms", fault.delay.count()},
                        {"result_code", fault.result_code}});
    }
    return answer(list);
}

} // namespace mangopay_sandbox::overview
