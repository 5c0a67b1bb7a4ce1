#include "ops/mangopay-sandbox/beneficiaries.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/users.hpp"

namespace mangopay_sandbox {

namespace {

constexpr std::size_t beneficiaries_max = 5;
constexpr auto field = "FlowDescriptor.Beneficiaries";

} // namespace

std::string broken_beneficiary_rule(const World& world, Fields& fields,
                                    const nlohmann::json& credited)
{
    bool verified = true;
    bool declared = false;
    if (const auto* list = fields.at(field)) {
        if (!list->is_array() || list->empty() || list->size() > beneficiaries_max) {
            throw param_error({{field, "Between 1 and 5 beneficiaries can be declared"}});
        }
        declared = true;
        for (const auto& beneficiary : *list) {
            const auto id = beneficiary.is_object() ? beneficiary.value("UserId", "") : "";
            const auto* user = world.state.maybe_find(Kind::user, id);
            if (!user) throw param_error({{field, "The user '" + id + "' does not exist"}});
            verified = verified && users::is_verified(*user);
        }
    }
    if (!world.settings.beneficiaries_verified) return "";
    const bool to_unverified_owner =
        !declared && users::is_owner(credited) && !users::is_verified(credited);
    return verified && !to_unverified_owner ? "" : "002951";
}

} // namespace mangopay_sandbox
