#include "api/site/account/one_dealing.hpp"

#include "api/market/reviews.hpp"
#include "api/site/account/answers.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "domain/moderation/moderation.hpp"
#include "domain/reviews/reviews.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct PdfView {
    frame::Href where{};
    void shown(frame::Dictionary& into) const { into.link("WHERE", where); }
};

struct OneDealingView {
    static constexpr std::string_view html = "account/dealing.html";

    frame::Href all{};
    frame::Sentence plural{};
    std::vector<DealingView> thing{}; // one
    bool is_confirming = false;
    std::optional<PdfView> pdf{};

    void shown(frame::Dictionary& into) const
    {
        into.link("ALL", all);
        into.sentence("PLURAL", plural);
        into.each("THING", thing);
        into.when("CONFIRMING", is_confirming);
        into.maybe("PDF", pdf);
    }
};

/// What the API lists, and shows to nobody alone.
json one_review(App& app, const Request& request)
{
    const auto id = path_id<ReviewId>(request, ":id");
    return app.db.read([&](Transaction& tx) {
        const auto review = domain::reviews::find_for(tx, actor_of(request).account, id);
        return api::market::full_view(review, moderation::maybe_latest(tx, id), request.language);
    });
}

/// Whoever has paid comes back before Mangopay's word does.
bool is_confirming_payment(const Request& request, const json& answer)
{
    const bool has_paid = !query_text(request, "transactionId").empty();
    return has_paid && text_at(answer, "state") == "awaiting_payment";
}

} // namespace

Response one_dealing(App& app, const Request& request, const Dealing& dealing)
{
    const auto answer =
        dealing.shows.empty() ? one_review(app, request) : frame::read(app, request, dealing.shows);
    const auto thing = dealing.view(answer, request.language);
    OneDealingView view{.all = frame::Href::to(dealing.path),
                        .plural = dealing.words(),
                        .thing = {thing},
                        .is_confirming = is_confirming_payment(request, answer),
                        .pdf = {}};
    if (dealing.path == "/invoices") {
        const auto id = text_at(answer, "id");
        view.pdf = PdfView{frame::Href::file("/v1/invoices/:id/document", {{"id", id}})};
    }
    frame::Head head{.title = thing.title};
    if (view.is_confirming) head.refresh = thing.where.with("transactionId", "returned");
    return frame::page(app, request, head, view);
}

} // namespace api::site::account
