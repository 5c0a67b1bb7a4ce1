#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"

namespace domain::idempotency {

/// What was answered to a request with an Idempotency-Key; `answer` is sealed.
struct StoredAnswer {
    std::string route, body_index, answer;
    std::int64_t status = 0;
    auto fields() { return std::tie(route, body_index, answer, status); }
};

std::optional<StoredAnswer> find_answer(Transaction& tx, std::string_view actor,
                                        std::string_view key);

/// False when the actor's key was used meanwhile.
bool insert_answer(Transaction& tx, std::string_view actor, std::string_view key,
                   const StoredAnswer& given);

} // namespace domain::idempotency
