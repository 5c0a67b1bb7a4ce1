#include "ops/mangopay-sandbox/client/client.hpp"

#include <nlohmann/json.hpp>
#include <strings.h>

#include "domain/core/check.hpp"
#include "domain/core/id.hpp"
#include "ops/mangopay-sandbox/client/retention.hpp"
#include "ops/mangopay-sandbox/client/time_passes.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"

namespace mangopay_sandbox {

Client::Client(Settings settings, const std::filesystem::path& folder, domain::Clock clock)
    : id_(settings.client_id),
      clock_(std::move(clock)),
      world_{.settings = std::move(settings), .fresh_suffix = domain::fresh_suffix},
      journal_(folder, world_.state)
{
    with(wallets::open_client_wallets);
}

void Client::with(const std::function<void(World&)>& work)
{
    const std::lock_guard lock(mutex_);
    world_.now = clock_();
    pass_time(world_);
    make_durable();
    try {
        work(world_);
    } catch (...) {
        world_.state.roll_back();
        throw;
    }
    make_durable();
    if (!journal_.is_long()) return;
    forget_old(world_);
    make_durable();
    journal_.shorten(world_.state);
}

void Client::make_durable()
{
    const auto line = world_.state.commit();
    if (!line.empty()) journal_.append(line);
}

void Clients::add(std::unique_ptr<Client> client)
{
    clients_.push_back(std::move(client));
}

Client* Clients::maybe_find(std::string_view id) const
{
    for (const auto& client : clients_) {
        const auto& known = client->id();
        if (known.size() == id.size() && strncasecmp(known.data(), id.data(), id.size()) == 0) {
            return client.get();
        }
    }
    return nullptr;
}

Client& Clients::first() const
{
    domain::check(!clients_.empty(), "the stand-in serves at least one client");
    return *clients_.front();
}

} // namespace mangopay_sandbox
