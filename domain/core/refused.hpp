#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/language.hpp"

namespace domain {

/// A sentence for people, in the two languages the product speaks.
struct Say {
    std::string fr;
    std::string en;

    const std::string& in(Language language) const { return language == Language::fr ? fr : en; }
};

/// Everything this service can decline to do, for a reason the caller can act on.
/// One closed list: statuses, API description and tests are all read off it.
enum class Refusal {
    malformed_request,     // 400: not readable as JSON, or not as HTTP
    not_signed_in,         // 401
    second_factor_needed,  // 401: the password was right, a TOTP code is missing
    payment_refused,       // 402
    forbidden,             // 403: cross-site request, unverified e-mail, wrong kind of account
    not_found,             // 404: also whatever belongs to somebody else
    method_not_allowed,    // 405
    action_unavailable,    // 409: the state does not allow it now
    verification_at_stake, // 409: what was verified would change; repeat with consent and proof
    in_progress,           // 409: the same request is still being carried out
    damaged,               // 409: what was kept is not what it was; the operator is told
    gone,                  // 410: the page of a closed account
    changed_meanwhile,     // 412: If-Match names an older version
    too_large,             // 413
    unsupported_media,     // 415
    invalid_fields,        // 422: names every wrong field
    key_reused,            // 422: same Idempotency-Key, other request
    precondition_required, // 428: If-Match or Idempotency-Key is missing
    too_many_requests,     // 429
    headers_too_large,     // 431
    busy,                  // 503: try again shortly
    storage_full,          // 503: the disk takes nothing more; reads go on
    unavailable,           // 503: the database is away
    upstream_unavailable,  // 503: Mangopay or the mail server does not answer
};

/// Stable machine name ("invalid_fields"), safe to show and to program against.
std::string_view code(Refusal refusal);

/// The HTTP status this refusal is answered with.
int status(Refusal refusal);

/// One wrong field: a JSON path ("company.siret") and what to do about it.
struct FieldError {
    std::string field;
    Say message;
};

/// Thrown when every caller would only pass the answer up. Unwinding rolls the
/// transaction back; api/pipeline/problem.cpp is the single place that catches it.
class Refused : public std::exception {
public:
    Refused(Refusal why, Say detail, std::vector<FieldError> fields = {});

    Refusal why() const { return why_; }
    const Say& detail() const { return detail_; }
    const std::vector<FieldError>& fields() const { return fields_; }
    const char* what() const noexcept override { return detail_.en.c_str(); }

private:
    Refusal why_;
    Say detail_;
    std::vector<FieldError> fields_;
};

/// The one sentence for "it does not exist, or it is not yours".
Refused not_found();

} // namespace domain
