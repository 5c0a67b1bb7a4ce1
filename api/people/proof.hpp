#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/json/reader.hpp"
#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
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

} // namespace api::people
