#include "ops/mangopay-sandbox/objects/beneficiaries.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/user_standing.hpp"

namespace mangopay_sandbox {

namespace {

constexpr std::size_t beneficiaries_max = 5;
constexpr auto field = "FlowDescriptor.Beneficiaries";

/// Whether every user that the list names is verified.
bool all_verified(const World& world, const nlohmann::json& list)
{
    if (!list.is_array() || list.empty() || list.size() > beneficiaries_max) {
        throw param_error({{field, "Between 1 and 5 beneficiaries can be declared"}});
    }
    bool verified = true;
    for (const auto& beneficiary : list) {
        const auto id = beneficiary.is_object() ? beneficiary.value("UserId", "") : "";
        const auto* user = world.state.maybe_find(Kind::user, id);
        if (!user) throw param_error({{field, "The user '" + id + "' does not exist"}});
        verified = users::is_verified(*user) && verified;
    }
    return verified;
}

} // namespace

std::string broken_beneficiary_rule(const World& world, Fields& fields,
                                    const nlohmann::json& credited)
{
    const auto* declared = fields.at(field);
    const bool kept = declared ? all_verified(world, *declared)
                               : !users::is_owner(credited) || users::is_verified(credited);
    return kept || !world.settings.beneficiaries_verified ? "" : "002951";
}

} // namespace mangopay_sandbox
