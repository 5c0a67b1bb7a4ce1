#pragma once

#include <vector>

#include "api/site/frame/dictionary.hpp"

namespace api::site::access {

/// A paragraph of a page.
struct Paragraph {
    frame::Sentence text{};
    void shown(frame::Dictionary& into) const { into.sentence("TEXT", text); }
};

/// Where one can go on, and for whom that is.
struct Way {
    frame::Href where{};
    frame::Sentence way{};
    frame::Sentence question{}; // before it; may say nothing
    void shown(frame::Dictionary& into) const
    {
        into.sentence("QUESTION", question);
        into.link("WHERE", where);
        into.sentence("WAY", way);
    }
};

} // namespace api::site::access
