#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// The texts people accept, and that they did.
std::vector<Route> term_routes();

/// The text in force of a document, in the reader's language.
Response read_terms(App& app, const Request& request);
/// What is accepted is the text in force, as this language shows it.
Response accept_terms(App& app, const Request& request);
/// What one has accepted, when, by version and hash.
Response list_acceptances(App& app, const Request& request);

} // namespace api::people
