#include "api/market/reviews.hpp"

#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/market/review_listing.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/core/words.hpp"
#include "domain/moderation/disclosure.hpp"
#include "domain/moderation/moderation.hpp"
#include "domain/pages/pages.hpp"
#include "domain/reviews/reviews.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;
using reviews::Review;

namespace {

json or_null(const std::optional<std::string>& text)
{
    return text ? json(*text) : json();
}

json public_view(const Review& review)
{
    json reply = nullptr;
    if (review.reply) {
        reply = {{"text", *review.reply}, {"published_at", to_text(*review.replied_at)}};
    }
    return {{"id", review.id.text()},
            {"author", review.signature},
            {"author_side", reviews::name(review.author_side)},
            {"rating", review.rating},
            {"text", or_null(review.text)},
            {"experienced_on", review.experienced_on},
            {"published_at", to_text(review.published_at)},
            {"verified_order", true},
            {"reply", std::move(reply)}};
}

json view(const moderation::Disclosure& disclosure, reviews::Sort sort, Language language)
{
    json grounds;
    for (const auto ground : disclosure.grounds) {
        grounds.push_back({{"code", moderation::name(ground)},
                           {"meaning", moderation::described(ground).in(language)}});
    }
    return {{"are_checked", disclosure.are_checked},
            {"checks", disclosure.checks.in(language)},
            {"consideration", disclosure.consideration},
            {"sorted_by", reviews::name(sort)},
            {"sorts", names_of<reviews::Sort>()},
            {"average_over", "all_published"},
            {"can_be_modified", disclosure.can_be_modified},
            {"grounds", std::move(grounds)}};
}

template <typename View>
json page_of_reviews(std::vector<Review> found, const Page& page, const View& view,
                     std::string (*cursor)(const Review&))
{
    const auto next = cut(found, page, cursor);
    json items;
    for (const auto& review : found)
        items.push_back(view(review));
    return page_view(std::move(items), next);
}

} // namespace

Response list_provider_reviews(App& app, const Request& request)
{
    const auto provider = path_id<AccountId>(request, ":id");
    const auto page = page_of(request);
    const auto sort = review_sort_of(request);
    const auto place = review_place_of(page.after);
    return app.db.read([&](Transaction& tx) {
        const auto about = pages::read_public(tx, provider); // 404 without, 410 when it closed
        auto found = reviews::list_published(tx, provider, reviews::Side::client,
                                             {sort, place, page.one_more()});
        auto body = page_of_reviews(std::move(found), page, public_view, review_cursor_of);
        body["rating"] = rating_view(about.rating_sum, about.rating_count);
        body["disclosure"] = view(moderation::disclosure(), sort, request.language);
        return ok(std::move(body));
    });
}

Response list_client_reviews(App& app, const Request& request)
{
    const auto client = path_id<AccountId>(request, ":id");
    const auto page = page_of(request);
    const auto place = review_place_of(page.after);
    return app.db.read([&](Transaction& tx) {
        auto found =
            reviews::list_of_client(tx, actor_of(request).account, client, place, page.one_more());
        auto body = page_of_reviews(std::move(found), page, public_view, review_cursor_of);
        const auto tally = reviews::tally(tx, client, reviews::Side::provider);
        body["rating"] = rating_view(tally.sum, tally.count);
        return ok(std::move(body));
    });
}

Response list_my_reviews(App& app, const Request& request)
{
    const auto& me = actor_of(request).account;
    const auto page = page_of(request);
    const auto wanted = query_text(request, "role");
    if (!wanted.empty() && wanted != "given" && wanted != "received") {
        throw Refused(Refusal::invalid_fields, {"Ce rôle n'existe pas.", "There is no such role."},
                      {{"role", {"given ou received.", "given or received."}}});
    }
    const auto role = wanted == "received" ? reviews::Role::target : reviews::Role::author;
    return app.db.read([&](Transaction& tx) {
        const auto view = [&](const Review& review) {
            return full_view(review, moderation::maybe_latest(tx, review.id), request.language);
        };
        auto found = reviews::list_of(tx, me, role, page.after, page.one_more());
        return ok(page_of_reviews(std::move(found), page, view,
                                  [](const Review& review) { return review.id.text(); }));
    });
}

Response review_order(App& app, const Request& request)
{
    const auto order = path_id<OrderId>(request, ":id");
    Reader body(request.body);
    reviews::Draft draft;
    draft.rating =
        static_cast<int>(body.integer("rating", reviews::rating_min, reviews::rating_max));
    draft.text = body.text("text", {reviews::text_min, reviews::text_max, true});
    body.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto review = reviews::publish(tx, actor_of(request).account, order, draft);
        return created(full_view(review, {}, request.language), "/v1/me/reviews");
    });
}

Response reply_to_review(App& app, const Request& request)
{
    const auto id = path_id<ReviewId>(request, ":id");
    Reader body(request.body);
    const auto text = body.text("text", {1, reviews::text_max, true});
    body.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto review = reviews::reply(tx, actor_of(request).account, id, text);
        return created(public_view(review), "/v1/me/reviews?role=received");
    });
}

json full_view(const Review& review, const std::optional<moderation::Record>& decision,
               Language language)
{
    auto body = public_view(review);
    body["order_id"] = review.order;
    body["target_id"] = review.target ? json(review.target->text()) : json();
    body["state"] = reviews::name(review.state);
    body["decision"] = nullptr;
    if (decision) {
        body["decision"] = {{"decision", reviews::name(decision->decision)},
                            {"ground", moderation::name(decision->ground)},
                            {"meaning", moderation::described(decision->ground).in(language)},
                            {"reason", decision->reason},
                            {"decided_at", to_text(decision->decided_at)}};
    }
    return body;
}

std::vector<Route> review_routes()
{
    return {
        {"POST", "/v1/orders/:id/review", "review_order", Who::member, review_order, true},
        {"POST", "/v1/reviews/:id/reply", "reply_to_review", Who::member, reply_to_review, true},
        {"GET", "/v1/providers/:id/reviews", "list_provider_reviews", Who::anyone,
         list_provider_reviews},
        {"GET", "/v1/clients/:id/reviews", "list_client_reviews", Who::provider,
         list_client_reviews},
        {"GET", "/v1/me/reviews", "list_my_reviews", Who::member, list_my_reviews},
    };
}

} // namespace api::market
