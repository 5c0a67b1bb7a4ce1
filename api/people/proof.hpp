#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "api/json/reader.hpp"
#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "domain/access/credentials.hpp"
#include "domain/accounts/email.hpp"

namespace api::people {

/// The mandatory field "email".
std::optional<domain::accounts::Email> read_email(Reader& reader);

/// The optional field "code": one-time or recovery code, "" when not given.
std::string read_code(Reader& reader);

/// Refuses (422, naming `field`) unless `password` is the actor's; counted, and slow: never on
/// an HTTP thread.
void demand_password(App& app, const Request& request, const std::string& password,
                     std::string_view field);

/// What a change of identity comes with, as members::Edit takes it. Takes both members out of
/// `body`: "accepts_new_verification", and "proof" with a code, or a password and a mailed code.
/// Trying is counted; a wrong password is refused (422). Slow when there is one: never on an HTTP
/// thread.
struct IdentityConsent {
    bool accepts_new_verification = false;
    domain::access::Proof proof{};
};
IdentityConsent take_consent(App& app, const Request& request, nlohmann::json& body);

} // namespace api::people
