#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "domain/core/language.hpp"
#include "domain/storage/transaction.hpp"

namespace api::staff {

/// All that waits for people, in the order of the ids after `after`: movements of money, then
/// orders whose release or documents wait. Each is the object that the API and the command line
/// show.
std::vector<nlohmann::json> all_waiting(domain::Transaction& tx, const std::string& after, int most,
                                        domain::Language language);

} // namespace api::staff
