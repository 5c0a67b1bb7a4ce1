#pragma once

#include "domain/platform/platform.hpp"
#include "domain/storage/database.hpp"
#include "payments/gateway/gateway.hpp"

namespace payments::flows {

/// Where money operations are carried out: our books, and the line to Mangopay. Nothing here
/// holds a transaction open while it talks.
struct Context {
    domain::Database& db;
    Gateway& gateway;
};

} // namespace payments::flows
