#include "api/market/moderation.hpp"

#include "api/json/reader.hpp"
#include "api/market/reviews.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/moderation/moderation.hpp"
#include "domain/reviews/reviews.hpp"

namespace api::market {

using namespace domain;
using moderation::Report;
using nlohmann::json;

namespace {

constexpr std::size_t reason_min = 10;
constexpr std::size_t reason_max = 2000;

json view(const Report& report)
{
    return {{"id", report.id.text()},
            {"review_id", report.review.text()},
            {"reporter_id", report.reporter},
            {"reason", report.reason},
            {"created_at", to_text(report.created_at)},
            {"state", report.decision ? "decided" : "open"}};
}

Response report_review(App& app, const Request& request)
{
    const auto id = path_id<ReviewId>(request, ":id");
    Reader body(request.body);
    const auto reason = body.text("reason", {reason_min, reason_max, true});
    body.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto report = moderation::report(tx, actor_of(request).account, id, reason);
        return created(view(report), "/v1/me/reviews?role=received");
    });
}

bool wants_decided(const Request& request)
{
    const auto state = query_text(request, "state");
    if (state.empty() || state == "open") return false;
    if (state == "decided") return true;
    throw Refused(Refusal::invalid_fields, {"Cet état n'existe pas.", "There is no such state."},
                  {{"state", {"open ou decided.", "open or decided."}}});
}

Response list_review_reports(App& app, const Request& request)
{
    const auto page = page_of(request);
    const bool decided = wants_decided(request);
    return app.db.read([&](Transaction& tx) {
        auto found = moderation::list(tx, decided, page.after, page.one_more());
        const auto next = cut(found, page, [](const auto& last) { return last.id.text(); });
        json items;
        for (const auto& report : found) {
            auto item = view(report);
            item["review"] =
                full_view(reviews::find(tx, report.review),
                          moderation::maybe_latest(tx, report.review), request.language);
            items.push_back(std::move(item));
        }
        return ok(page_view(std::move(items), next));
    });
}

Response decide_on_review(App& app, const Request& request)
{
    const auto id = path_id<ReviewId>(request, ":id");
    Reader body(request.body);
    const auto decision = body.choice("decision", reviews::lifecycle.actions);
    const auto ground = body.choice("ground", names_of<moderation::Ground>());
    auto reason = body.text("reason", {reason_min, reason_max, true});
    body.finish();
    const moderation::Verdict verdict{actor_of(request).account, decision,
                                      *moderation::parse_ground(ground), std::move(reason)};
    return idempotent(app, request, [&](Transaction& tx) {
        const auto review = moderation::decide(tx, id, verdict);
        return ok(full_view(review, moderation::maybe_latest(tx, id), request.language));
    });
}

} // namespace

std::vector<Route> moderation_routes()
{
    return {
        {"POST", "/v1/reviews/:id/report", "report_review", Who::member, report_review, true},
        {"GET", "/v1/staff/review-reports", "list_review_reports", Who::staff, list_review_reports},
        {"POST", "/v1/staff/reviews/:id/decision", "decide_on_review", Who::staff, decide_on_review,
         true},
    };
}

} // namespace api::market
