#pragma once

#include <vector>

#include "api/site/frame/dictionary.hpp"

namespace api::site::parts {

/// One step of the way here; the last is the page itself and leads nowhere.
struct StepView {
    frame::Href where{};
    frame::Sentence label{};
    std::string name{}; // instead of a sentence: a title that somebody wrote
    void shown(frame::Dictionary& into) const;
};

/// Where the page stands.
struct BreadcrumbView {
    static constexpr std::string_view html = "parts/breadcrumb.html";

    std::vector<StepView> steps{};
    void shown(frame::Dictionary& into) const { into.each("STEPS", steps); }
};

} // namespace api::site::parts
