#include "api/site/access/dead_link.hpp"

#include <algorithm>
#include <array>

#include "api/site/access/telling.hpp"

namespace api::site::access {

namespace {

using frame::Href;

/// How one goes on after each kind of link.
struct Line {
    DeadLink which;
    std::string_view words;
    std::string_view path, way; // to another link
};

constexpr std::array lines = {
    Line{DeadLink::verification, "access.dead_verification", "/sign-up", "access.to_sign_up"},
    Line{DeadLink::change, "access.dead_change", "/account/security", "access.to_security"},
    Line{DeadLink::reset, "access.dead_reset", "/password-reset", "access.reset_again"},
};

const Line& line_of(DeadLink which)
{
    return *std::ranges::find(lines, which, &Line::which);
}

frame::Sentence said(std::string_view key)
{
    return {std::string(key)};
}

} // namespace

bool is_of_dead_link(const frame::Filled& filled)
{
    return filled.refusal && std::ranges::any_of(filled.refusal->fields(), [](const auto& wrong) {
               return wrong.field == "token";
           });
}

Response dead_link(App& app, const Request& request, DeadLink which, int status)
{
    const auto& line = line_of(which);
    return told(app, request,
                {.title = {"access.dead_title"},
                 .paragraphs = {{{"access.dead_intro"}}, {said(line.words)}},
                 .ways = {{Href::to(line.path), said(line.way)},
                          {Href::to("/sign-in"), {"access.to_sign_in"}}}},
                status);
}

Response dead_link(App& app, const Request& request, DeadLink which, const frame::Filled& filled)
{
    return dead_link(app, request, which, status(filled.refusal->why()));
}

} // namespace api::site::access
