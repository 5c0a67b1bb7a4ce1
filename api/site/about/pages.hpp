#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"

/// The pages of about_routes(), each in a file of its name.
namespace api::site::about {

Response how_it_works(App& app, const Request& request);
Response become_a_provider(App& app, const Request& request);
Response ranking(App& app, const Request& request);
Response reviews_policy(App& app, const Request& request);
Response legal_notice(App& app, const Request& request);
Response terms_list(App& app, const Request& request);
Response terms_text(App& app, const Request& request);
Response privacy(App& app, const Request& request);
Response cookies(App& app, const Request& request);
Response accessibility(App& app, const Request& request);
Response mediator(App& app, const Request& request);
Response contact(App& app, const Request& request);
Response problem(App& app, const Request& request);
Response licences(App& app, const Request& request);

} // namespace api::site::about
