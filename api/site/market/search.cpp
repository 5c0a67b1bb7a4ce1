#include "api/site/market/search.hpp"

#include "api/market/wanted_services.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/market/found.hpp"
#include "api/site/market/structured_data.hpp"
#include "api/site/market/words.hpp"
#include "domain/core/crypto.hpp"

namespace api::site::market {

using namespace domain;
using frame::Href;
using frame::Sentence;

namespace {

constexpr int facets_max = 12;

/// What is searched for, in one line.
Sentence heading_of(const Criteria& criteria)
{
    if (!criteria.words.empty()) return {"search.title_words", {{"words", criteria.words}}};
    if (!criteria.skill.empty() && !criteria.city.empty()) {
        return {"search.title_skill_city", {{"skill", criteria.skill}, {"city", criteria.city}}};
    }
    if (!criteria.skill.empty()) return {"search.title_skill", {{"skill", criteria.skill}}};
    if (!criteria.city.empty()) return {"search.title_city", {{"city", criteria.city}}};
    return {"search.title"};
}

/// The heading and whatever makes this page another than its neighbours.
Sentence title_of(const App& app, const Request& request, const Criteria& criteria,
                  const FoundView& view)
{
    auto title = heading_of(criteria);
    const auto more = [&](std::string_view key, const char* argument, const std::string& value) {
        title = {std::string(key), {{"title", words(app, request, title)}, {argument, value}}};
    };
    if (!criteria.min_rating.empty()) more("search.title_rated", "rating", criteria.min_rating);
    if (!query_text(request, "cursor").empty() && !view.results.offers.empty())
        more("search.title_further", "first", view.results.offers.front().service.title);
    return title;
}

frame::Head head_of(const App& app, const Request& request, const Criteria& criteria,
                    const FoundView& view)
{
    frame::Head head{.title = title_of(app, request, criteria, view),
                     .description = {"search.description"}};
    if (criteria.is_narrow()) {
        head.description = {"search.description_where",
                            {{"what", words(app, request, heading_of(criteria))}}};
    }
    // What people typed leads to endlessly many pages: found, but not listed.
    head.is_public = criteria.words.empty();
    const Criteria listed{.city = criteria.city, .skill = criteria.skill};
    head.canonical = listed.address().with("cursor", query_text(request, "cursor"));
    head.structured = graph({way_data(app, request, view.way)});
    return head;
}

FoundView asked(const Criteria& criteria)
{
    FoundView view;
    view.heading = heading_of(criteria);
    view.form.criteria = criteria;
    view.way.steps = {{Href::to("/"), {"market.home"}}};
    if (criteria.is_narrow())
        view.way.steps.push_back({Href::to("/services"), {"market.services"}});
    view.way.steps.push_back(
        {{}, criteria.is_narrow() ? view.heading : Sentence{"market.services"}});
    return view;
}

FoundView found(App& app, const Request& request, const Criteria& criteria)
{
    const auto page = page_of(request);
    const auto wanted = api::market::wanted_services(request, page.after);
    auto view = asked(criteria);
    app.db.read([&](Transaction& tx) {
        auto services = services::search(tx, wanted, page.one_more());
        const auto next = cut(services, page, [](const auto& last) { return last.place(); });
        for (const auto& service : services)
            view.results.offers.push_back(offer_of(service));
        if (next) view.pager.after = criteria.address().with("cursor", to_base64(*next));
        view.facets = facets_of(services::facets(tx, facets_max), criteria);
    });
    if (!page.after.empty()) view.pager.before = criteria.address();
    view.results.is_all = !view.pager.before && !view.pager.after;
    view.results.sort = criteria.sort;
    if (view.results.offers.empty()) view.wider = wider_than(criteria);
    return view;
}

Response refused(App& app, const Request& request, const Criteria& criteria, const Refused& why)
{
    auto view = asked(criteria);
    view.refusal = why.detail().in(request.language);
    for (const auto& fault : why.fields())
        view.form.faults.push_back({fault.field, fault.message.in(request.language)});
    return frame::page(app, request,
                       {.title = {"search.title"}, .has_fault = true, .status = status(why.why())},
                       view);
}

Response search(App& app, const Request& request)
{
    const auto criteria = criteria_of(request);
    try {
        const auto view = found(app, request, criteria);
        return frame::page(app, request, head_of(app, request, criteria, view), view);
    } catch (const Refused& why) {
        if (why.why() != Refusal::invalid_fields) throw;
        return refused(app, request, criteria, why);
    }
}

} // namespace

std::vector<Route> search_routes()
{
    return frame::routes_of({{"GET", "/services", "search_page", Who::anyone, search}});
}

} // namespace api::site::market
