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

/// The optional field "code": a one-time or recovery code, "" when it is not given.
std::string read_code(Reader& reader);

/// What somebody typed to prove a sensitive change.
struct TypedProof {
    bool is_given = false;
    std::string password, code, mailed_code;
    std::string password_field; // where a wrong one is named
};

/// Reads what the row of `change` wants: the fields "password" (or `password_field`), which is
/// mandatory, and "code"; or the object "proof" with a code, or a password and a mailed code.
TypedProof read_proof(Reader& reader, const nlohmann::json& body,
                      domain::access::SensitiveChange change,
                      std::string_view password_field = "password");

/// Counts what was typed and refuses (422) a wrong password; access::demand_proof() judges the
/// rest, in the unit of work of the change. Slow where there is a password: never on an HTTP
/// thread.
domain::access::Proof tried(App& app, const Request& request, const TypedProof& typed);

/// What a change of identity comes with, as members::Edit takes it: "accepts_new_verification" and
/// "proof", taken out of `body` and tried.
struct IdentityConsent {
    bool accepts_new_verification = false;
    domain::access::Proof proof{};
};
IdentityConsent take_consent(App& app, const Request& request, nlohmann::json& body);

} // namespace api::people
