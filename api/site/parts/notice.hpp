#pragma once

#include <string>

#include "api/site/frame/dictionary.hpp"

namespace api::site::parts {

enum class Tone { neutral, good, warning, bad };

/// A sentence that is not to be missed: what was done, what it asks for.
struct NoticeView {
    static constexpr std::string_view html = "parts/notice.html";

    Tone tone = Tone::neutral;
    frame::Sentence sentence{};
    std::string words{}; // instead of a sentence: the API's own
    void shown(frame::Dictionary& into) const;
};

} // namespace api::site::parts
