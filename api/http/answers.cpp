#include <algorithm>

#include "api/http/ascii.hpp"
#include "api/http/engine.hpp"

namespace api::http {

namespace {

int status(Trouble trouble)
{
    switch (trouble) {
    case Trouble::malformed: return 400;
    case Trouble::not_found: return 404;
    case Trouble::method_not_allowed: return 405;
    case Trouble::too_slow: return 408;
    case Trouble::too_large: return 413;
    case Trouble::headers_too_large: return 431;
    case Trouble::failed: return 500;
    case Trouble::too_many: return 429;
    case Trouble::busy: return 503;
    }
    return 500;
}

Response bare(Trouble trouble)
{
    const int code = status(trouble);
    return {
        code, {{"content-type", "text/plain; charset=utf-8"}}, std::string(reason(code)) + "\n"};
}

void add_missing(Response& response, std::string_view name, std::string_view value)
{
    const bool present = std::ranges::any_of(
        response.headers, [&](const Header& header) { return same_word(header.name, name); });
    if (!present) response.headers.push_back({std::string(name), std::string(value)});
}

} // namespace

Response Engine::call(const Route& route, const Request& request)
{
    try {
        return route.handler(request);
    } catch (...) { // Whatever was thrown: its text is for nobody outside.
        return refusal(Trouble::failed, &request);
    }
}

Response Engine::refusal(Trouble trouble, const Request* request, const std::string& allow)
{
    Response response;
    try {
        response = options_.on_trouble ? options_.on_trouble(trouble, request) : bare(trouble);
    } catch (...) {
        response = bare(trouble);
    }
    const bool passes = trouble == Trouble::busy || trouble == Trouble::too_many;
    if (passes) add_missing(response, "Retry-After", "1");
    if (!allow.empty()) add_missing(response, "Allow", allow);
    return response;
}

Response Engine::methods(const std::string& allow)
{
    Response response{204};
    if (options_.on_options) options_.on_options(response);
    if (!allow.empty()) add_missing(response, "Allow", allow);
    return response;
}

void Engine::append(std::string& out, Response& response, Manner& manner, const Request* request)
{
    if (response.status == 0) { // The handler wants the answer lost.
        response.stream = nullptr;
        manner.keep_alive = false;
        return;
    }
    if (response.stream && manner.http_1_0) manner.keep_alive = false;
    try {
        append_answer(out, response, manner);
    } catch (...) {
        response = refusal(Trouble::failed, request);
        try {
            append_answer(out, response, manner);
        } catch (...) {
            response = bare(Trouble::failed);
            append_answer(out, response, manner);
        }
    }
    if (manner.head_only || has_no_body(response.status)) response.stream = nullptr;
}

void Engine::report(const Request& request, const Response& response,
                    Connection::Clock::time_point received)
{
    if (!options_.on_answered) return;
    const auto took = Connection::Clock::now() - received;
    try {
        options_.on_answered(request, response,
                             std::chrono::duration_cast<std::chrono::microseconds>(took));
    } catch (...) { // An observer does not change what was answered.
    }
}

} // namespace api::http
