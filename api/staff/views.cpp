#include "api/staff/views.hpp"

#include <chrono>

#include "api/json/views.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "payments/gateway/result_codes.hpp"

namespace api::staff {

using namespace domain;
using nlohmann::json;
using payments::operations::LeftToPeople;
using proposals::Proposal;

namespace {

json step_view(const proposals::Step& step)
{
    return {
        {"at", to_text(step.at)},    {"action", name(step.action)},
        {"party", name(step.party)}, {"by", step.by ? json(step.by->text()) : json()},
        {"state", name(step.to)},    {"reason", step.reason.empty() ? json() : json(step.reason)}};
}

template <typename Id>
json id_or_null(const std::optional<Id>& id)
{
    return id ? json(id->text()) : json();
}

} // namespace

json proposal_view(Transaction& tx, const Proposal& proposal)
{
    auto steps = json::array();
    for (const auto& step : proposals::steps_of(tx, proposal.id))
        steps.push_back(step_view(step));
    return {{"id", proposal.id.text()},
            {"kind", name(proposal.wish.kind)},
            {"subject", proposal.wish.subject},
            {"by", proposal.by.text()},
            {"reason", proposal.wish.reason},
            {"evidence", proposal.wish.evidence},
            {"state", name(proposal.state)},
            {"made_at", to_text(proposal.made_at)},
            {"takes_effect_at", time_view(proposal.due_at)},
            {"steps", std::move(steps)}};
}

json waiting_view(Transaction& tx, const LeftToPeople& left, Language language)
{
    const auto& operation = left.operation;
    const auto& code = operation.result_code;
    const auto age = std::chrono::duration_cast<std::chrono::days>(tx.now - left.since);
    return {{"id", operation.id.text()},
            {"why", name(left.why)},
            {"kind", name(operation.plan.kind)},
            {"amount", money_view(operation.plan.amount)},
            {"account_id", operation.plan.account_id.text()},
            {"order_id", id_or_null(operation.plan.order_id)},
            {"mangopay_id",
             operation.resource_id.empty() ? json() : json(operation.resource_id.text())},
            {"reason", code.empty() ? json()
                                    : json{{"code", code},
                                           {"detail", payments::explain(code).text.in(language)}}},
            {"since", to_text(left.since)},
            {"age_days", age.count()},
            {"proposal_id", id_or_null(proposals::open_about(tx, operation.id.text()))}};
}

} // namespace api::staff
