#include "domain/core/refused.hpp"

#include <utility>

namespace domain {

std::string_view code(Refusal refusal)
{
    switch (refusal) {
    case Refusal::malformed_request: return "malformed_request";
    case Refusal::not_signed_in: return "not_signed_in";
    case Refusal::second_factor_needed: return "second_factor_needed";
    case Refusal::payment_refused: return "payment_refused";
    case Refusal::forbidden: return "forbidden";
    case Refusal::not_found: return "not_found";
    case Refusal::method_not_allowed: return "method_not_allowed";
    case Refusal::action_unavailable: return "action_unavailable";
    case Refusal::verification_at_stake: return "verification_at_stake";
    case Refusal::in_progress: return "in_progress";
    case Refusal::damaged: return "damaged";
    case Refusal::gone: return "gone";
    case Refusal::changed_meanwhile: return "changed_meanwhile";
    case Refusal::too_large: return "too_large";
    case Refusal::unsupported_media: return "unsupported_media";
    case Refusal::invalid_fields: return "invalid_fields";
    case Refusal::key_reused: return "key_reused";
    case Refusal::precondition_required: return "precondition_required";
    case Refusal::too_many_requests: return "too_many_requests";
    case Refusal::headers_too_large: return "headers_too_large";
    case Refusal::busy: return "busy";
    case Refusal::storage_full: return "storage_full";
    case Refusal::unavailable: return "unavailable";
    case Refusal::upstream_unavailable: return "upstream_unavailable";
    }
    return "unknown";
}

int status(Refusal refusal)
{
    switch (refusal) { // no default: a new refusal does not compile until it is mapped
    case Refusal::malformed_request: return 400;
    case Refusal::not_signed_in:
    case Refusal::second_factor_needed: return 401;
    case Refusal::payment_refused: return 402;
    case Refusal::forbidden: return 403;
    case Refusal::not_found: return 404;
    case Refusal::method_not_allowed: return 405;
    case Refusal::action_unavailable:
    case Refusal::verification_at_stake:
    case Refusal::in_progress:
    case Refusal::damaged: return 409;
    case Refusal::gone: return 410;
    case Refusal::changed_meanwhile: return 412;
    case Refusal::too_large: return 413;
    case Refusal::unsupported_media: return 415;
    case Refusal::invalid_fields:
    case Refusal::key_reused: return 422;
    case Refusal::precondition_required: return 428;
    case Refusal::too_many_requests: return 429;
    case Refusal::headers_too_large: return 431;
    case Refusal::busy:
    case Refusal::storage_full:
    case Refusal::unavailable:
    case Refusal::upstream_unavailable: return 503;
    }
    return 500;
}

Refused::Refused(Refusal why, Say detail, std::vector<FieldError> fields)
    : why_(why), detail_(std::move(detail)), fields_(std::move(fields))
{
}

Refused not_found()
{
    return {Refusal::not_found,
            {"Cela n'existe pas, ou ne vous concerne pas.",
             "There is no such thing, or it is not yours."}};
}

} // namespace domain
