#include "ops/installation/obedience.hpp"

#include <stdexcept>

#include "domain/forgetting/duty.hpp"
#include "jobs/retention.hpp"
#include "ops/assets/register.hpp"

namespace ops {

std::vector<std::string> disobeyed(const domain::Marketplace& marketplace)
{
    const auto& retention = marketplace.policy.retention();
    auto all = domain::forgetting::beyond_us(retention, jobs::duties(marketplace));
    for (auto& disagreement : known_register().disagreements(retention))
        all.push_back(std::move(disagreement));
    return all;
}

void require_obeyed(const domain::Marketplace& marketplace)
{
    std::string text;
    for (const auto& sentence : disobeyed(marketplace))
        text += "\n  " + sentence;
    if (!text.empty()) {
        throw std::runtime_error("the policy \"" + marketplace.policy.name() +
                                 "\" cannot be obeyed:" + text);
    }
}

} // namespace ops
