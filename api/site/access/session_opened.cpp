#include "api/site/access/session_opened.hpp"

#include <algorithm>
#include <array>

#include "api/pipeline/security_watch.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"
#include "domain/core/retry_later.hpp"

namespace api::site::access {

using namespace domain;

namespace {

using frame::Href;

constexpr std::string_view next_name = "next";

constexpr std::array mendable = {Refusal::not_signed_in, Refusal::second_factor_needed,
                                 Refusal::invalid_fields, Refusal::too_many_requests};

constexpr std::array secrets = {std::string_view("password"), std::string_view("code")};

bool is_mendable(const Refused& refused)
{
    return std::ranges::find(mendable, refused.why()) != mendable.end();
}

/// What the operation answers; what is noted of its refusals is the frame's where no form mends.
Response answered(App& app, const Request& request)
{
    try {
        return handled(app, frame::operation(opens_session), request);
    } catch (const Refused& refused) {
        if (is_mendable(refused)) note_refusal(app, opens_session, request, refused);
        throw;
    }
}

} // namespace

Href after_sign_in(const std::string& next)
{
    return Href::local(next, Href::to("/dashboard"));
}

frame::Field next_field()
{
    return {.name = std::string(next_name), .label = {}, .kind = frame::Kind::hidden};
}

std::string next_in(const frame::Values& values)
{
    const auto found = values.find(next_name);
    return found == values.end() ? std::string() : found->second;
}

Response opened_by(App& app, const Request& request, frame::Form form)
{
    std::erase_if(form.fields, [](const auto& field) { return field.name == next_name; });
    frame::AsOperation as(request, form);
    as.body()["channel"] = "cookie";
    as.see_body();
    const auto answer = answered(app, as.request());
    note_success(app, opens_session, as.request(), answer);
    auto next = frame::see_other(request, after_sign_in(next_in(frame::posted(request))));
    for (const auto& header : answer.headers) {
        if (header.name == "set-cookie") next.headers.push_back(header);
    }
    next.subject = answer.subject;
    return next;
}

Response again(App& app, const Request& request, const Refused& refused, PageOf page)
{
    if (!is_mendable(refused)) throw;
    frame::Filled filled{.values = frame::posted(request), .refusal = refused};
    if (const auto* later = dynamic_cast<const RetryLater*>(&refused)) filled.wait = later->wait();
    for (const auto secret : secrets)
        filled.values.erase(std::string(secret));
    return page(app, request, filled);
}

} // namespace api::site::access
