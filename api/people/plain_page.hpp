#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/pipeline/route.hpp"
#include "domain/core/refused.hpp"

namespace api::people {

/// What a bare page asks to be posted back.
struct PlainForm {
    domain::Say button;
    std::string action{}; // "" is the page's own address
    std::string token{};  // sent along unseen; letters, digits, '-' and '_' only
    bool asks_password = false;
};

/// A page for links in mails: one sentence and perhaps a form, without script, style or third
/// party, never framed, never named as a referrer.
Response plain_page(const domain::Say& sentence, const std::optional<PlainForm>& form,
                    domain::Language language, int status = 200);

/// Whether `text` may be what a link in a mail carries.
bool is_link_token(std::string_view text);

/// A field of what a form posted; "" when it is not there.
std::string form_field(const Request& request, std::string_view name);

/// The route that takes what a form of these pages posts.
Route form_route(std::string_view path, std::string_view operation, Handler handler);

} // namespace api::people
