#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"
#include "ops/mangopay-sandbox/client/journal.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// One ClientId: its world, apart from every other's, and where it survives.
class Client {
public:
    Client(Settings settings, const std::filesystem::path& folder, domain::Clock clock);

    const std::string& id() const { return id_; }

    /// Runs `work` alone on the world as it is now. What it changed is on the disk when this
    /// returns; when it throws, its changes are forgotten.
    void with(const std::function<void(World&)>& work);

private:
    void make_durable();

    const std::string id_;
    domain::Clock clock_;
    std::mutex mutex_;
    World world_;
    Journal journal_;
};

/// The clients the stand-in was started with.
class Clients {
public:
    void add(std::unique_ptr<Client> client);
    Client* maybe_find(std::string_view id) const; // compared without case, as paths are
    Client& first() const;
    const std::vector<std::unique_ptr<Client>>& all() const { return clients_; }

private:
    std::vector<std::unique_ptr<Client>> clients_;
};

} // namespace mangopay_sandbox
