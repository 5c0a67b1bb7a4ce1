#pragma once

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <string_view>

#include "tests/talk/reviewing.hpp"

namespace tests {

/// Somebody without an account looks at pages, as a browser or a search engine gets them.
class Looking : public Reviewing {
protected:
    /// What stands between `from` and the next `to`; "" without them.
    static std::string between(const std::string& html, std::string_view from, std::string_view to)
    {
        const auto at = html.find(from);
        if (at == html.npos) return {};
        const auto begin = at + from.size();
        return html.substr(begin, html.find(to, begin) - begin);
    }

    static std::string title_of(const Answer& page)
    {
        return between(page.bytes, "<title>", "</title>");
    }

    /// The thing of that type in the page's JSON-LD; null without one.
    static json structured(const Answer& page, const std::string& type)
    {
        const auto text = between(page.bytes, "<script type=\"application/ld+json\">", "</script>");
        const auto block = json::parse(text.empty() ? "{}" : text);
        for (const auto& thing : block.value("@graph", json::array())) {
            if (thing["@type"] == type) return thing;
        }
        return {};
    }

    /// The address behind the link with that relation ("next"), as a browser would follow it.
    static std::string link_of(const Answer& page, const std::string& relation)
    {
        auto link = between(page.bytes, "rel=\"" + relation + "\" href=\"", "\"");
        for (auto at = link.find("&amp;"); at != link.npos; at = link.find("&amp;"))
            link.replace(at, 5, "&");
        return link;
    }

    std::string provider_page() { return get("/providers/" + ben.id.text()).header("location"); }
    std::string service_page(const json& service)
    {
        return get("/services/" + text(service)).header("location");
    }
};

} // namespace tests
