#include "api/staff/money_waiting.hpp"

#include "api/staff/views.hpp"
#include "payments/operations/left_to_people_store.hpp"

namespace api::staff {

using namespace domain;
using nlohmann::json;

namespace {

Response list_money_waiting(App& app, const Request& request)
{
    const auto page = page_of(request);
    return app.db.read([&](Transaction& tx) {
        auto left = payments::operations::left_to_people(tx, page.after, page.one_more());
        const auto next =
            cut(left, page, [](const auto& last) { return last.operation.id.text(); });
        auto items = json::array();
        for (const auto& one : left)
            items.push_back(waiting_view(tx, one, request.language));
        return ok(page_view(std::move(items), next));
    });
}

} // namespace

std::vector<Route> money_waiting_routes()
{
    return {
        {"GET", "/v1/staff/money-waiting", "list_money_waiting", Who::staff, list_money_waiting},
    };
}

} // namespace api::staff
