#include "ops/installation/policy_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_rules.hpp"
#include "ops/assets/embedded.hpp"

namespace ops {

namespace {

using domain::policy::Policy;

std::string_view embedded_text(const std::string& path)
{
    for (const auto& file : embedded()) {
        if (file.path == path) return file.text;
    }
    throw std::runtime_error("[policy] file: there is no built-in " + path);
}

std::string text_of(const std::string& name_or_path)
{
    if (!name_or_path.ends_with(".json"))
        return std::string(embedded_text("ops/policies/" + name_or_path + ".json"));
    std::ifstream file(name_or_path);
    if (!file) throw std::runtime_error(name_or_path + ": cannot be read");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

Policy read_policy(const std::string& name_or_path)
{
    auto policy = Policy::parse(text_of(name_or_path), embedded_text("ops/policies/floors.json"));
    std::string faults;
    for (const auto& sentence : domain::profiles::unknown_demands(policy))
        faults += "\n  " + sentence;
    for (const auto& sentence : domain::pages::unknown_demands(policy))
        faults += "\n  " + sentence;
    if (!faults.empty()) throw std::runtime_error("the policy \"" + policy.name() + "\":" + faults);
    return policy;
}

} // namespace ops
