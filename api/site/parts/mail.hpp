#pragma once

#include <string>

#include "api/site/frame/dictionary.hpp"

namespace api::site::parts {

/// An address to write to. Only here does a page lead out of the browser: templates turn every
/// other scheme than http into nothing, so that this one stands in the template itself.
struct MailView {
    static constexpr std::string_view html = "parts/mail.html";

    std::string address{};
    void shown(frame::Dictionary& into) const { into.text("ADDRESS", address); }
};

} // namespace api::site::parts
