#include "ops/installation/policy_file.hpp"

#include <stdexcept>

#include "domain/core/check.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_rules.hpp"
#include "ops/assets/embedded.hpp"
#include "ops/installation/policy_folder.hpp"

namespace ops {

namespace {

using domain::policy::Policy;

std::string_view embedded_text(const std::string& path)
{
    for (const auto& file : embedded()) {
        if (file.path == path) return file.text;
    }
    throw domain::Bug(path + " travels inside the binary");
}

} // namespace

Policy read_policy(const std::string& name_or_path)
{
    auto policy = Policy::parse(PolicyFolder(name_or_path).policy(),
                                embedded_text("ops/policies/floors.json"));
    std::string faults;
    for (const auto& sentence : domain::profiles::unknown_demands(policy))
        faults += "\n  " + sentence;
    for (const auto& sentence : domain::pages::unknown_demands(policy))
        faults += "\n  " + sentence;
    if (!faults.empty()) throw std::runtime_error("the policy \"" + policy.name() + "\":" + faults);
    return policy;
}

} // namespace ops
