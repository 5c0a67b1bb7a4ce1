#pragma once

#include <functional>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "domain/storage/transaction.hpp"

namespace api {

/// The request's Idempotency-Key; refuses (428) when it is missing or not 8 to 255 characters.
std::string idempotency_key(const Request& request);

/// Carries `work` out once per Idempotency-Key: the answer is stored, sealed, in the same
/// transaction as the effect, and given again to whoever repeats the request within 72 hours
/// (with `Idempotency-Hit: true`). The same key with another body or route is refused.
/// A refusal is not stored: correct the request and use the key again.
///
/// Scope: the actor's account; without one, the key together with the body's hash.
Response idempotent(App& app, const Request& request,
                    const std::function<Response(domain::Transaction&)>& work);

} // namespace api
