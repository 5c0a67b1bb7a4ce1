#include "api/market/release_lacks.hpp"

#include <nlohmann/json.hpp>

#include <vector>

#include "api/json/views.hpp"
#include "domain/orders/release_block_store.hpp"
#include "invoicing/issuing/sides.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

json release_lacks(Transaction& tx, const orders::Order& order, Language language)
{
    using invoicing::issuing::Side;
    std::vector<FieldError> told;
    bool is_clients = false, is_ours = false;
    for (auto& complaint : orders::complaints_about(tx, order.id)) {
        const auto side = invoicing::issuing::side_of(complaint.field);
        if (side == Side::provider) told.push_back(std::move(complaint));
        is_clients = is_clients || side == Side::client;
        is_ours = is_ours || side == Side::offer || side == Side::us;
    }
    if (is_clients) {
        told.push_back({"client",
                        {"Les informations du client sont incomplètes.",
                         "The client's details are incomplete."}});
    }
    if (is_ours) {
        told.push_back(
            {"marketplace",
             {"La place de marché doit d'abord corriger ce qui lui revient ; vous n'avez rien à "
              "faire, votre argent part ensuite de lui-même.",
              "The marketplace has to mend its part first; there is nothing for you to do, and "
              "your "
              "money leaves by itself then."}});
    }
    return fields_view(told, language);
}

} // namespace api::market
