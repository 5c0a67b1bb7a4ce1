#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "payments/gateway/gateway.hpp"
#include "payments/mangopay/http.hpp"

namespace payments::mangopay {

/// Reads an object of Mangopay's. Unknown fields are ignored, missing ones stay empty.
Resource resource_of(const nlohmann::json& object);

/// What an object says about the operation that made it: movements are decided by their
/// Status, everything else is made as soon as it exists.
Outcome outcome_of(Kind kind, const Resource& resource);

/// Whether a status says nothing of what was asked: to be asked again.
bool is_no_verdict(int status);

/// What an answer to a POST or GET of one object of `kind` means. Whatever is not clearly an
/// object or a refusal is Unreachable: HTML, nothing at all, 5xx, 429, a missing id.
Outcome outcome_of(Kind kind, const HttpAnswer& answer);

/// Mangopay's error bodies in all their forms: errors, Errors, problem+json, HTML, nothing.
Rejected refusal_of(int status, const std::string& body);

/// A member that is a text, or "" (also for null and for other types).
std::string text_of(const nlohmann::json& object, const char* member);

} // namespace payments::mangopay
