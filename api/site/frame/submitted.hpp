#pragma once

#include <functional>
#include <string_view>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::frame {

/// What follows a form.
struct Then {
    /// The operation did it: mostly see_other().
    std::function<Response(const Response& answer)> done;
    /// It was refused for what was typed, or for a state that the page can tell of: the same page
    /// with the form as it was filled, without its secrets.
    std::function<Response(const Filled& filled)> again;
};

/// Carries out the API's operation (its operationId, "sign_up") with what `form` posted: through
/// the same handler, with the same `Who`, its Idempotency-Key and If-Match taken from the form.
/// Captures and actor are the page's. What no form can mend (not there, gone, stale, away) is left
/// to the frame, which answers it with a page. That the form is ours was seen before the handler.
Response performed(App& app, const Request& request, const Form& form, std::string_view operation,
                   const Then& then);

/// What the form posted, for a page that needs more than performed().
Values posted(const Request& request);

/// The same request as an operation of the API would get it.
class AsOperation {
public:
    AsOperation(const Request& request, const Form& form);
    AsOperation(const AsOperation&) = delete;
    AsOperation& operator=(const AsOperation&) = delete;

    const Request& request() const { return request_; }
    http::Request& raw() { return raw_; }            // to add captures or headers before it is used
    nlohmann::json& body() { return request_.body; } // see_body() once changed
    void see_body();                                 // raw body follows what stands in body()

private:
    http::Request raw_;
    Request request_;
};

} // namespace api::site::frame
