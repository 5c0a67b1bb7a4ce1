#include "api/site/account/asked_fields.hpp"

#include "api/site/access/profile_fields.hpp"
#include "domain/profiles/profile_rules.hpp"

namespace api::site::account {

using namespace domain;

namespace {

std::set<std::string> demanded_of(const Asking& asking)
{
    profiles::Profile profile;
    profile.is_client = asking.actor.is_client;
    profile.is_provider = asking.actor.is_provider;
    profile.is_company = asking.is_company;
    return profiles::demanded_at_sign_up(profile, asking.app.policy);
}

} // namespace

std::vector<frame::Field> fields_in(const Asking& asking, std::initializer_list<FieldGroup> groups)
{
    const auto demanded = demanded_of(asking);
    std::vector<frame::Field> fields;
    for (const auto& [part, heading] : groups) {
        bool is_first = true;
        for (const auto* field : access::fields_in_order()) {
            if (field->part() != part) continue;
            auto asked = access::fields_for(*field, demanded.contains(std::string(field->path)),
                                            {asking.language, asking.is_company});
            if (is_first) asked.front().group = {std::string(heading)};
            is_first = false;
            fields.insert(fields.end(), asked.begin(), asked.end());
        }
    }
    return fields;
}

} // namespace api::site::account
