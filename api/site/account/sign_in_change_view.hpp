#pragma once

#include "api/site/frame/form_view.hpp"

namespace api::site::account {

/// A page below /account/security that asks for one change.
struct SignInChangeView {
    static constexpr std::string_view html = "account/sign_in_change.html";

    frame::Sentence title{}, intro{};
    frame::FormView form{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", title);
        into.sentence("INTRO", intro);
        into.part("FORM", form);
    }
};

} // namespace api::site::account
