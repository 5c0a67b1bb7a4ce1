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

bool is_list_of_texts(const nlohmann::json& value)
{
    return value.is_array() &&
           std::ranges::all_of(value, [](const auto& one) { return one.is_string(); });
}

/// The policy file, and what is wrong with it beside its retention, each with its place.
class File {
public:
    explicit File(std::string_view text)
    {
        auto json = parsed(text);
        if (json.is_object()) {
            json_ = std::move(json);
        } else {
            complain("", "is not a JSON object");
        }
    }

    void know(std::initializer_list<std::string_view> keys)
    {
        for (const auto& [key, _] : json_.items()) {
            if (std::ranges::find(keys, key) == keys.end()) complain(key, "is not known");
        }
    }

    std::string name()
    {
        const auto& name = json_["name"];
        if (name.is_string()) return name.get<std::string>();
        complain("name", "is missing, or no text");
        return {};
    }

    int minimum_age()
    {
        constexpr int adult = 18;
        constexpr int oldest = 99;
        if (!json_.contains("minimum_age")) return adult;
        const auto& age = json_["minimum_age"];
        if (age.is_number_integer() && age >= 0 && age <= oldest) return age.get<int>();
        complain("minimum_age", "is no number of years from 0 to 99");
        return adult;
    }

    /// {"provider": {"sign_up": ["person.surname"]}}
    std::map<std::pair<Who, Step>, std::set<std::string>> fields()
    {
        const auto& fields = json_["fields"];
        if (!fields.is_object()) {
            complain("fields", "is missing, or no object");
            return {};
        }
        for (const auto& [who, steps] : fields.items())
            read_steps(who, steps);
        return std::move(fields_);
    }

    void finish() const
    {
        if (!faults_.empty()) throw std::runtime_error("the policy file:" + faults_);
    }

private:
    /// A key given twice is complained of: the first value would be lost without a word.
    nlohmann::json parsed(std::string_view text)
    {
        using Event = nlohmann::json::parse_event_t;
        std::vector<std::set<std::string>> objects; // their keys so far, the innermost last
        const auto look = [&](int, Event event, const nlohmann::json& value) {
            if (event == Event::object_start) objects.emplace_back();
            if (event == Event::object_end) objects.pop_back();
            if (event == Event::key && !objects.back().insert(value.get<std::string>()).second)
                complain(value.get<std::string>(), "is given twice");
            return true;
        };
        return nlohmann::json::parse(text, look, false);
    }

    void read_steps(const std::string& who_text, const nlohmann::json& steps)
    {
        const auto place = "fields." + who_text;
        const auto who = everybody.parse(who_text);
        if (!who) {
            return complain(place, "nobody is called so; there are " + listed(everybody));
        }
        if (!steps.is_object()) return complain(place, "is no object of steps");
        for (const auto& [step_text, paths] : steps.items()) {
            const auto step = all_steps.parse(step_text);
            auto fault = fault_of(*who, step);
            if (fault.empty() && !is_list_of_texts(paths)) fault = "is no list of fields";
            if (fault.empty()) {
                fields_.emplace(std::pair(*who, *step), paths.get<std::set<std::string>>());
            } else {
                complain(place + "." + step_text, fault);
            }
        }
    }

    void complain(const std::string& place, const std::string& fault)
    {
        faults_ += "\n  " + place + (place.empty() ? "" : ": ") + fault;
    }

    nlohmann::json json_ = nlohmann::json::object();
    std::map<std::pair<Who, Step>, std::set<std::string>> fields_;
    std::string faults_;
};

} // namespace

Policy Policy::parse(std::string_view json)
{
    File file(json);
    file.know({"name", "title", "minimum_age", "fields", "retention"});
    Policy policy;
    policy.text_ = json;
    policy.name_ = file.name();
    policy.minimum_age_ = file.minimum_age();
    policy.fields_ = file.fields();
    file.finish();
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
