#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "payments/gateway/command.hpp"

namespace payments::mangopay {

struct Posting {
    std::string path;
    std::string body; // JSON
};

/// `command` in Mangopay's words. `declare_beneficiaries` names the provider on pay-ins
/// (the EEA's 2026 rule), where Mangopay already knows that field.
Posting posting_of(const Command& command, bool declare_beneficiaries);

/// What a user, of the kind it was made as, is told to be from now on.
Posting putting_of(const UserId& id, const NewUser& now, bool is_legal);

/// Where a movement of `kind` is read again.
std::string path_of(Kind kind, const ResourceId& id);

/// Where the object that `command` may have made is listed, newest first; "" when nowhere.
std::string listing_of(const Command& command);

} // namespace payments::mangopay
