#include "api/http/connections.hpp"

namespace api::http {

bool Connections::add(const ConnectionPtr& connection)
{
    const std::scoped_lock lock(mutex_);
    open_.emplace(connection.get(), connection);
    return open_.size() <= max_;
}

void Connections::remove(const Connection& connection)
{
    const std::scoped_lock lock(mutex_);
    open_.erase(&connection);
}

std::vector<ConnectionPtr> Connections::all() const
{
    std::vector<ConnectionPtr> found;
    const std::scoped_lock lock(mutex_);
    found.reserve(open_.size());
    for (const auto& [address, weak] : open_) {
        if (auto connection = weak.lock()) found.push_back(std::move(connection));
    }
    return found;
}

std::size_t Connections::count() const
{
    const std::scoped_lock lock(mutex_);
    return open_.size();
}

} // namespace api::http
