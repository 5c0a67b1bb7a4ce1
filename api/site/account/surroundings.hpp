#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "api/pipeline/request.hpp"
#include "api/site/frame/dictionary.hpp"

namespace api::site::account {

/// Where a page stands: below the account.
struct TrailView {
    static constexpr std::string_view html = "account/trail.html";

    frame::Sentence here{};
    void shown(frame::Dictionary& into) const { into.sentence("HERE", here); }
};

/// What was just done, told on the page that one came back to.
struct ToldView {
    static constexpr std::string_view html = "account/told.html";

    frame::Sentence what{};
    void shown(frame::Dictionary& into) const { into.sentence("WHAT", what); }
};

/// The sentence that ?done= names, of the few that a page knows; nothing for any other text.
using Deed = std::pair<std::string_view, std::string_view>; // the word, its sentence's key
std::optional<ToldView> told(const Request& request, std::initializer_list<Deed> deeds);

} // namespace api::site::account
