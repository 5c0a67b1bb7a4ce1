#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/http/message.hpp"
#include "api/pipeline/app.hpp"
#include "domain/access/security_event.hpp"

namespace api {

/// How what is posted to us is known to come from a page of ours, as far as browsers tell: its
/// Origin is one of web_origins, or it names none and Sec-Fetch-Site says same-origin.
bool comes_from_our_site(const App& app, const http::Request& request);

/// The refusal of whatever does not.
domain::access::SecurityRefusal cross_site();

/// Refuses (forbidden) a form that is not of ours: it comes from another site, or, where somebody
/// is signed in by cookie, without the token of that session. `token` is "" for nobody.
void require_own_form(const App& app, const http::Request& request, std::string_view token);

/// `token` as a page carries it: another text at every rendering, so that nobody learns it from
/// the lengths of compressed pages (BREACH).
std::string masked(std::string_view token);
/// What was masked; nothing for any other text.
std::optional<std::string> unmasked(std::string_view text);

/// The name of the field that carries it.
inline constexpr std::string_view token_field = "csrf";

} // namespace api
