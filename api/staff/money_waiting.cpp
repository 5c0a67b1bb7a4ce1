#include "api/staff/money_waiting.hpp"

#include "api/staff/waiting.hpp"

namespace api::staff {

using namespace domain;
using nlohmann::json;

namespace {

Response list_money_waiting(App& app, const Request& request)
{
    const auto page = page_of(request);
    return app.db.read([&](Transaction& tx) {
        auto items = all_waiting(tx, page.after, page.one_more(), request.language);
        const auto next =
            cut(items, page, [](const json& last) { return last.at("id").get<std::string>(); });
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
