#pragma once

#include <optional>
#include <string>

#include "api/pipeline/response.hpp"
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

} // namespace api::people
