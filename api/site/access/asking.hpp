#pragma once

#include <optional>
#include <vector>

#include "api/site/access/words.hpp"
#include "api/site/frame/form_view.hpp"

namespace api::site::access {

/// A page that asks for little: what it is about, one form, and where else to go.
struct Asking {
    static constexpr std::string_view html = "access/asking.html";

    frame::Sentence title{};
    std::optional<Paragraph> notice{}; // what has just been done
    std::vector<Paragraph> paragraphs{};
    frame::Form form{};
    std::vector<Way> ways{};
    frame::FormView drawn{}; // by asked()

    void shown(frame::Dictionary& into) const;
};

/// The page of `asking` with its form as it was filled; told apart in its title when it came back.
Response asked(App& app, const Request& request, Asking asking, const frame::Filled& filled);

} // namespace api::site::access
