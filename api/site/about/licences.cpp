#include "api/site/about/packages.hpp"
#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

struct MadeView {
    std::string name{}, licence{}, package{};

    void shown(frame::Dictionary& into) const
    {
        into.text("NAME", name);
        into.text("LICENCE", licence);
        into.text("PACKAGE", package);
    }
};

struct LookView {
    std::string name{}, licence{};

    void shown(frame::Dictionary& into) const
    {
        into.text("NAME", name);
        into.text("LICENCE", licence);
    }
};

struct Licences {
    static constexpr std::string_view html = "about/licences.html";
    static constexpr std::string_view words = "about_licences";

    std::vector<LookView> look{};
    std::vector<MadeView> software{};

    static Licences of(const App&)
    {
        Licences view;
        for (const auto& one : looks)
            view.look.push_back({std::string(one.name), std::string(one.licence)});
        for (const auto& one : libraries) {
            view.software.push_back(
                {std::string(one.name), std::string(one.licence), std::string(one.package)});
        }
        return view;
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("LEAD", {"about_licences.lead", {{"licence", std::string("Apache-2.0")}}});
        into.each("LOOK", look);
        into.each("SOFTWARE", software);
    }
};

} // namespace

Response licences(App& app, const Request& request)
{
    return page_of_words<Licences>(app, request);
}

} // namespace api::site::about
