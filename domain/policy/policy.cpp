#include "domain/policy/policy.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

#include "domain/core/check.hpp"

namespace domain::policy {

namespace {

template <typename Enum>
std::string listed(const Words<Enum>& all)
{
    std::string list;
    for (const auto word : all.names())
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

/// Why nothing is asked of `who` there; "" when something is.
std::string fault_of(Who who, const std::optional<Step>& step)
{
    if (!step) return "no step is called so; there are " + listed(all_steps);
    if (std::ranges::find(asked, Asked{who, *step}) != asked.end()) return {};
    std::string others;
    for (const auto& row : asked) {
        if (row.step == *step) others += (others.empty() ? "" : ", ") + std::string(name(row.who));
    }
    return "nothing is asked of them at this step, only of " + others;
}

/// Reads {"provider": {"sign_up": ["person.surname"]}}; every name that we do not know is a fault.
std::map<std::pair<Who, Step>, std::set<std::string>> read_fields(const nlohmann::json& fields)
{
    std::map<std::pair<Who, Step>, std::set<std::string>> read;
    std::string faults;
    for (const auto& [who_text, steps] : fields.items()) {
        const auto who = everybody.parse(who_text);
        if (!who) {
            faults +=
                "\n  fields." + who_text + ": nobody is called so; there are " + listed(everybody);
            continue;
        }
        for (const auto& [step_text, paths] : steps.items()) {
            const auto step = all_steps.parse(step_text);
            const auto fault = fault_of(*who, step);
            if (fault.empty()) {
                read.emplace(std::pair(*who, *step), paths.get<std::set<std::string>>());
            } else {
                faults += "\n  fields." + who_text + "." + step_text + ": " + fault;
            }
        }
    }
    if (!faults.empty()) throw std::runtime_error("the policy file:" + faults);
    return read;
}

} // namespace

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
    policy.fields_ = read_fields(file.at("fields"));
    return policy;
}

Policy Policy::parse(std::string_view json, std::string_view floors)
{
    auto policy = parse(json);
    policy.retention_ = Retention::parse(json, floors);
    return policy;
}

const std::set<std::string>& Policy::mandatory(Who who, Step step) const
{
    static const std::set<std::string> none;
    check(std::ranges::count(asked, Asked{who, step}) == 1, "whoever asks stands in the table");
    const auto found = fields_.find({who, step});
    return found == fields_.end() ? none : found->second;
}

std::vector<Demand> Policy::demands() const
{
    std::vector<Demand> all;
    for (const auto& [when, paths] : fields_) {
        for (const auto& path : paths)
            all.push_back({when.first, when.second, path});
    }
    return all;
}

} // namespace domain::policy
