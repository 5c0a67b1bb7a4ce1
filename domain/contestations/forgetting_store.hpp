#pragma once

#include <string>

#include "domain/storage/transaction.hpp"

namespace domain::contestations {

/// Deletes the complaint about an order, and what staff decided on it.
void erase_contestation(Transaction& tx, const std::string& order);

} // namespace domain::contestations
