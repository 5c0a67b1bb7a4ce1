#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "api/http/connection.hpp"

namespace api::http {

/// Every open connection: for the limit, the sweep and the drain.
class Connections {
public:
    explicit Connections(std::size_t max) : max_(max) {}

    /// False when there are too many already; it is watched all the same.
    bool add(const ConnectionPtr& connection);
    void remove(const Connection& connection);

    std::vector<ConnectionPtr> all() const;
    std::size_t count() const;

private:
    const std::size_t max_;
    mutable std::mutex mutex_;
    std::unordered_map<const Connection*, std::weak_ptr<Connection>> open_;
};

} // namespace api::http
