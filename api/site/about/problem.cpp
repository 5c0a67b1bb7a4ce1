#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "domain/core/words.hpp"

namespace api::site::about {

using domain::Refusal;

namespace {

// What is no refusal: a fault of the program, as api/pipeline/problem answers it.
constexpr std::string_view internal_error = "internal_error";
constexpr int internal_error_status = 500;

/// What one refusal means: the page that `type` of an answer names (RFC 9457).
struct Problem {
    static constexpr std::string_view html = "about/problem.html";

    std::string code{};
    int status = 0;

    frame::Sentence said(std::string_view what) const
    {
        if (code.empty()) return {};
        return {"about_problems." + code + std::string(what)};
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", said(""));
        into.sentence("WHAT", said("_what"));
        into.sentence("REMEDY", said("_do"));
        into.text("CODE", code);
        into.text("STATUS", std::to_string(status));
    }
};

Problem problem_of(std::string_view wanted)
{
    for (const auto refusal : domain::values_of<Refusal>()) {
        if (code(refusal) == wanted) return {std::string(wanted), status(refusal)};
    }
    if (wanted == internal_error) return {std::string(wanted), internal_error_status};
    throw domain::not_found();
}

} // namespace

Response problem(App& app, const Request& request)
{
    const auto view = problem_of(request.raw.capture(":code"));
    const frame::Head head{
        .title = view.said(""), .description = view.said("_what"), .is_public = true};
    return frame::kept(
        app, request, [&] { return version_of_words(app); },
        [&] { return frame::page(app, request, head, view); });
}

} // namespace api::site::about
