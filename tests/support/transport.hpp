#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/http/parser.hpp"
#include "api/http/router.hpp"
#include "api/http/wire.hpp"
#include "api/pipeline/problem.hpp"
#include "api/pipeline/route.hpp"
#include "api/site/frame/refusal.hpp"

namespace tests {

/// The transport without its sockets and threads: the same reader of bytes, the same router,
/// the same limits and refusals, then the handler, then the same writer of heads.
class Transport {
public:
    explicit Transport(api::App& app) : Transport(api::bound_routes(app)) { app_ = &app; }
    explicit Transport(std::vector<api::http::Route> routes)
        : router_(std::move(routes), false, false)
    {
    }

    /// The answer to one request, written out as HTTP/1.1 with its Content-Length.
    api::http::Response carry(std::string_view bytes) const
    {
        using Step = api::http::Parser::Step;
        api::http::Parser parser;
        if (parser.read(bytes) != Step::head) return refusal(parser.trouble(), nullptr);
        auto& request = parser.head().request;
        request.remote_address = "127.0.0.1";
        auto match = router_.find(request.method, request.path);
        if (match.route == nullptr) return unrouted(request, match.allow);
        request.route = match.route->pattern;
        request.captured = std::move(match.captured);
        parser.allow_body(match.route->body_max);
        if (parser.read(bytes) != Step::request) return refusal(parser.trouble(), &request);
        const auto head = parser.take_head();
        return written(match.route->handler(head.request), head.request.method == "HEAD");
    }

private:
    api::http::Response refusal(api::http::Trouble trouble, const api::http::Request* request) const
    {
        if (app_ == nullptr) return api::problem(trouble, request);
        return api::site::frame::answer_to(*app_, trouble, request);
    }

    api::http::Response unrouted(const api::http::Request& request, const std::string& allow) const
    {
        using api::http::Trouble;
        if (allow.empty()) return refusal(Trouble::not_found, &request);
        const bool asks = request.method == "OPTIONS";
        auto response = asks ? api::http::Response{204, {}, {}}
                             : refusal(Trouble::method_not_allowed, &request);
        if (asks) api::complete(response);
        response.headers.push_back({"allow", allow});
        return response;
    }

    /// Throws for what the transport would not send.
    static api::http::Response written(api::http::Response response, bool head_only)
    {
        std::string head;
        api::http::Manner manner{true, head_only, false};
        api::http::append_answer(head, response, manner);
        if (head_only) {
            response.body.clear();
            response.stream = nullptr;
        }
        return response;
    }

    api::http::Router router_;
    api::App* app_ = nullptr; // whose site speaks in pages
};

} // namespace tests
