#pragma once

#include <cstdint>

#include "api/http/message.hpp"

namespace api {

struct App;
struct Request;

/// How a route speaks to whoever called it.
enum class Dress : std::uint8_t {
    problem, // JSON, refusals as RFC 9457; a cookie's writes carry X-CSRF-Token
    page,    // HTML, refusals as pages; what is posted is a form of ours with its token
};

/// `problem` as a page in the language of the request, or the way to signing in. Defined where the
/// pages are: api/site/frame.
http::Response dressed_as_page(App& app, const Request& request, http::Response problem);

} // namespace api
