#include "ops/mangopay-sandbox/world/world.hpp"

#include <nlohmann/json.hpp>

#include <cctype>

#include "ops/mangopay-sandbox/wire/wire.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

std::string_view resource_name(Kind kind)
{
    switch (kind) {
    case Kind::user: return "User";
    case Kind::wallet: return "Wallet";
    case Kind::transaction: return "Transaction";
    case Kind::recipient: return "Recipient";
    case Kind::verification: return "IdentityVerification";
    case Kind::hook: return "Hook";
    case Kind::session:
    case Kind::event:
    case Kind::delivery:
    case Kind::alarm:
    case Kind::response:
    case Kind::token:
    case Kind::books: break;
    }
    return name(kind);
}

} // namespace

std::int64_t World::seconds() const
{
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

std::string fresh_id(const World& world, std::string_view prefix)
{
    auto suffix = world.fresh_suffix(world.now);
    for (auto& c : suffix)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return std::string(prefix) + suffix;
}

json find(const World& world, Kind kind, std::string_view id)
{
    if (const auto* document = world.state.maybe_find(kind, id)) return *document;
    throw unknown_resource(resource_name(kind), id);
}

void save(World& world, Kind kind, const json& document)
{
    world.state.put(kind, document.at("Id").get<std::string>(), document);
}

} // namespace mangopay_sandbox
