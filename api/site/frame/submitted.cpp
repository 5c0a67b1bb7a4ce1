#include "api/site/frame/submitted.hpp"

#include <algorithm>
#include <array>

#include "api/http/target.hpp"
#include "api/pipeline/admission.hpp"
#include "api/pipeline/security_watch.hpp"
#include "api/site/frame/operation.hpp"
#include "domain/core/retry_later.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::string_view key_field = "key";
constexpr std::string_view version_field = "version";

/// What a page of its own tells: no form can mend it.
bool is_for_a_page(Refusal why)
{
    constexpr std::array all = {Refusal::not_signed_in, Refusal::not_found,
                                Refusal::gone,          Refusal::changed_meanwhile,
                                Refusal::busy,          Refusal::storage_full,
                                Refusal::unavailable,   Refusal::precondition_required};
    return std::ranges::find(all, why) != all.end();
}

std::string value_in(const Values& values, std::string_view name)
{
    const auto found = values.find(name);
    return found == values.end() ? "" : found->second;
}

bool is_secret(Kind kind)
{
    return kind == Kind::password || kind == Kind::code;
}

Filled filled_again(const Request& request, const Form& form, const Refused& refused)
{
    const auto typed = posted(request);
    Filled filled{.version = value_in(typed, version_field),
                  .key = value_in(typed, key_field),
                  .refusal = refused};
    for (const auto& field : form.fields) {
        if (!is_secret(field.kind)) filled.values[field.name] = value_in(typed, field.name);
    }
    if (const auto* later = dynamic_cast<const RetryLater*>(&refused)) filled.wait = later->wait();
    return filled;
}

http::Request raw_of(const Request& request, const Values& typed)
{
    auto raw = request.raw;
    std::erase_if(raw.headers, [](const auto& header) {
        return header.name == "idempotency-key" || header.name == "if-match" ||
               header.name == "content-type";
    });
    raw.headers.push_back({"content-type", "application/json"});
    const auto key = value_in(typed, key_field);
    if (!key.empty()) raw.headers.push_back({"idempotency-key", key});
    const auto version = value_in(typed, version_field);
    if (!version.empty()) raw.headers.push_back({"if-match", "\"" + version + "\""});
    return raw;
}

} // namespace

Values posted(const Request& request)
{
    const auto fields = http::read_query(request.raw.body);
    if (!fields) {
        throw Refused(Refusal::malformed_request,
                      {"Le formulaire n'est pas lisible.", "The form is not readable."});
    }
    Values values;
    for (const auto& [name, value] : *fields) {
        auto& known = values[name];
        if (!known.empty()) known += '\n'; // one of several boxes
        known += value;
    }
    return values;
}

AsOperation::AsOperation(const Request& request, const Form& form)
    : raw_(raw_of(request, posted(request))),
      request_{raw_, body_of(form, posted(request)), request.actor, request.language, request.id}
{
    see_body();
}

void AsOperation::see_body()
{
    raw_.body = request_.body.dump();
}

Response performed(App& app, const Request& request, const Form& form, std::string_view name,
                   const Then& then)
{
    const AsOperation as(request, form);
    const auto& route = operation(name);
    std::optional<Response> answer;
    try {
        admit(as.request().actor, route.who);
        answer = handled(app, route, as.request());
    } catch (const Refused& refused) {
        if (is_for_a_page(refused.why())) throw;
        note_refusal(app, route.operation, as.request(), refused);
        return then.again(filled_again(request, form, refused));
    }
    note_success(app, route.operation, as.request(), *answer);
    auto response = then.done(*answer);
    for (auto& header : answer->headers) {
        if (header.name == "set-cookie") response.headers.push_back(header);
    }
    response.subject = answer->subject;
    return response;
}

} // namespace api::site::frame
