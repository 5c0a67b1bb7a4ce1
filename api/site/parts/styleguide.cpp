#include "api/site/parts/styleguide.hpp"

#include "api/site/frame/form_view.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/site.hpp"
#include "api/site/parts/breadcrumb.hpp"
#include "api/site/parts/mail.hpp"
#include "api/site/parts/notice.hpp"
#include "api/site/parts/pager.hpp"
#include "api/site/parts/rating.hpp"

namespace api::site::parts {

using namespace domain;
using frame::Field;
using frame::Href;
using frame::Kind;

namespace {

struct StyleguideView {
    static constexpr std::string_view html = "parts/styleguide.html";

    BreadcrumbView way{};
    std::vector<NoticeView> notices{};
    std::vector<RatingView> ratings{};
    PagerView pager{};
    MailView mail{};
    frame::FormView form{}, refused{};
    void shown(frame::Dictionary& into) const
    {
        into.part("WAY", way);
        into.parts("NOTICES", notices);
        into.parts("RATINGS", ratings);
        into.part("PAGER", pager);
        into.part("MAIL", mail);
        into.part("FORM", form);
        into.part("REFUSED", refused);
    }
};

frame::Form sample_form()
{
    return {
        .action = Href::to("/styleguide"),
        .button = {"styleguide.save"},
        .fields = {
            {.name = "name",
             .label = {"styleguide.name"},
             .mandatory = true,
             .autocomplete = "name",
             .hint = {"styleguide.name_hint"}},
            {.name = "email",
             .label = {"styleguide.email"},
             .kind = Kind::email,
             .mandatory = true,
             .autocomplete = "email"},
            {.name = "password",
             .label = {"styleguide.password"},
             .kind = Kind::password,
             .mandatory = true,
             .autocomplete = "new-password"},
            {.name = "price", .label = {"styleguide.price"}, .kind = Kind::money},
            {.name = "about", .label = {"styleguide.about_you"}, .kind = Kind::lines},
            {.name = "kind",
             .label = {"styleguide.kind"},
             .kind = Kind::options,
             .mandatory = true,
             .choices = {{"person", {"styleguide.person"}}, {"company", {"styleguide.company"}}}},
            {.name = "skills",
             .label = {"styleguide.skills"},
             .kind = Kind::several,
             .choices = {{"sewing", {"styleguide.sewing"}}, {"leather", {"styleguide.leather"}}}},
            {.name = "agrees",
             .label = {"styleguide.agree"},
             .kind = Kind::flag,
             .mandatory = true},
        }};
}

Response styleguide(App& app, const Request& request)
{
    if (!frame::site_of(app).is_development()) throw not_found();
    const auto form = sample_form();
    const Refused refused(Refusal::invalid_fields,
                          {"Certains champs sont à corriger.", "Some fields need correcting."},
                          {{"email", {"Donnez une adresse.", "Give an address."}}});
    auto other = form;
    other.id = "g";
    const StyleguideView view{
        .way = {{{Href::to("/"), {"styleguide.home"}}, {{}, {"styleguide.title"}}}},
        .notices = {{Tone::good, {"styleguide.good"}}, {Tone::warning, {"styleguide.warning"}}},
        .ratings = {{48, 20}, {0, 0}},
        .pager = {Href::to("/styleguide"), Href::to("/styleguide")},
        .mail = {app.platform.company.contact_email},
        .form = frame::drawn(app, request, form, {.values = {{"name", "Élodie"}}}),
        .refused =
            frame::drawn(app, request, other, {.values = {{"email", "ana@"}}, .refusal = refused})};
    return frame::page(app, request, {.title = {"styleguide.title"}}, view);
}

} // namespace

std::vector<Route> styleguide_routes()
{
    return frame::routes_of({{"GET", "/styleguide", "styleguide_page", Who::anyone, styleguide}});
}

} // namespace api::site::parts
