#pragma once

#include <vector>

#include "api/site/access/words.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::access {

/// A page that says how things stand and where to go from there.
struct Telling {
    static constexpr std::string_view html = "access/telling.html";

    frame::Sentence title{};
    std::vector<Paragraph> paragraphs{};
    std::vector<Way> ways{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", title);
        into.each("PARAGRAPHS", paragraphs);
        into.each("WAYS", ways);
    }
};

inline Response told(App& app, const Request& request, const Telling& telling, int status = 200)
{
    return frame::page(app, request, {.title = telling.title, .status = status}, telling);
}

} // namespace api::site::access
