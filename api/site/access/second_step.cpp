#include "api/site/access/second_step.hpp"

#include "api/site/access/asking.hpp"
#include "api/site/access/session_opened.hpp"

namespace api::site::access {

using frame::Href;
using frame::Kind;

frame::Form code_form()
{
    return {.action = Href::to("/sign-in/code"),
            .button = {"access.code_button"},
            .fields = {{.name = "ticket", .label = {}, .kind = Kind::hidden},
                       {.name = "code",
                        .label = {"access.code"},
                        .kind = Kind::code,
                        .mandatory = true,
                        .autocomplete = "one-time-code",
                        .hint = {"access.code_hint"}},
                       next_field()}};
}

Response code_page(App& app, const Request& request, const frame::Filled& filled)
{
    const auto next = next_in(filled.values);
    return asked(app, request,
                 {.title = {"access.code_title"},
                  .paragraphs = {{{"access.code_intro"}}},
                  .form = code_form(),
                  .ways = {{Href::to("/sign-in").with("next", next), {"access.code_again"}}}},
                 filled);
}

} // namespace api::site::access
