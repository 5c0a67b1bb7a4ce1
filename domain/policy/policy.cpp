#include "domain/policy/policy.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace domain::policy {

Policy Policy::parse(std::string_view json)
{
    const auto file = nlohmann::json::parse(json, nullptr, false);
    if (!file.is_object() || !file.contains("name") || !file.contains("fields")) {
        throw std::runtime_error("the policy file is not a JSON object with name and fields");
    }
    Policy policy;
    policy.text_ = json;
    policy.name_ = file.at("name").get<std::string>();
    policy.minimum_age_ = file.value("minimum_age", 18);
    for (const auto& [who, steps] : file.at("fields").items()) {
        for (const auto& [step, paths] : steps.items()) {
            policy.fields_.emplace(who + " " + step, paths.get<std::set<std::string>>());
        }
    }
    return policy;
}

Policy Policy::parse(std::string_view json, std::string_view floors)
{
    auto policy = parse(json);
    policy.retention_ = Retention::parse(json, floors);
    return policy;
}

const std::set<std::string>& Policy::mandatory(std::string_view who, std::string_view step) const
{
    static const std::set<std::string> none;
    const auto found = fields_.find(std::string(who) + " " + std::string(step));
    return found == fields_.end() ? none : found->second;
}

} // namespace domain::policy
