#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/pipeline/route.hpp"
#include "domain/core/refused.hpp"

namespace api::people {

/// A text that a bare page asks for.
struct PlainField {
    std::string name;
    domain::Say label;
};

/// One of several things that a form can do: what it says is sent along.
struct PlainButton {
    domain::Say label;
    std::string name, value;
};

/// What a bare page asks to be posted back.
struct PlainForm {
    domain::Say button;
    std::string action{}; // "" is the page's own address
    std::string token{};  // sent along unseen; letters, digits, '-' and '_' only
    bool asks_password = false;
    std::string title{};                                        // what stands before it
    std::vector<PlainField> fields{};                           // asked for
    std::vector<std::pair<std::string, std::string>> carried{}; // sent along unseen
    std::vector<PlainButton> buttons{};                         // in place of `button`
};

/// A page for links in mails: one sentence and perhaps a form, without script, style or third
/// party, never framed, never named as a referrer.
Response plain_page(const domain::Say& sentence, const std::optional<PlainForm>& form,
                    domain::Language language, int status = 200);

/// The same with as many forms as there are.
Response page_of_forms(const domain::Say& sentence, const std::vector<PlainForm>& forms,
                       domain::Language language, int status = 200);

/// The same that says why something was refused, with the form again if there is one.
Response refusal_page(const domain::Refused& refused, const std::optional<PlainForm>& again,
                      domain::Language language);

/// Whether `text` may be what a link in a mail carries.
bool is_link_token(std::string_view text);

/// A field of what a form posted; "" when it is not there.
std::string form_field(const Request& request, std::string_view name);

/// The route that takes what a form of these pages posts.
Route form_route(std::string_view path, std::string_view operation, Handler handler);

} // namespace api::people
