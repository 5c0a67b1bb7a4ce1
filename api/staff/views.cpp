#include "api/staff/views.hpp"

#include <algorithm>
#include <chrono>

#include "api/json/views.hpp"
#include "domain/orders/release_block_store.hpp"
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

/// The reason of a blocked release in words.
Say in_words(const std::string& reason)
{
    if (orders::is_refused_by_mangopay(reason)) {
        return payments::explain(reason.substr(orders::refused_by_mangopay.size())).text;
    }
    if (reason == orders::invoices_cannot_be_written) {
        return {"Ses factures ne peuvent pas être écrites : ce qui manque est dit avec elle.",
                "Its invoices cannot be written: what is missing is said with it."};
    }
    return {"Le prestataire ne peut pas être payé : c'est à lui d'agir.",
            "The provider cannot be paid: it is for the provider to act."};
}

json reason_view(const WaitingOrder& waiting, Language language)
{
    const bool is_release = waiting.waits == orders::Waits::release_blocked;
    const auto words =
        in_words(is_release ? waiting.reason : std::string(orders::invoices_cannot_be_written));
    return {{"code", waiting.reason}, {"detail", words.in(language)}};
}

} // namespace

json waiting_view(Transaction& tx, const WaitingOrder& waiting, Language language)
{
    const auto& order = waiting.order;
    const bool is_release = waiting.waits == orders::Waits::release_blocked;
    const auto age = std::chrono::duration_cast<std::chrono::days>(tx.now - waiting.since);
    return {{"id", order.id.text()},
            {"why", name(waiting.waits)},
            {"kind", is_release ? json(name(payments::Kind::transfer)) : json()},
            {"amount", money_view(order.kept())},
            {"account_id", order.provider.text()},
            {"order_id", order.id.text()},
            {"mangopay_id", json()},
            {"reason", reason_view(waiting, language)},
            {"lacks", fields_view(orders::complaints_about(tx, order.id), language)},
            {"since", to_text(waiting.since)},
            {"age_days", std::max<std::int64_t>(age.count(), 0)},
            {"proposal_id", json()}};
}

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
            {"lacks", json::array()},
            {"since", to_text(left.since)},
            {"age_days", age.count()},
            {"proposal_id", id_or_null(proposals::open_about(tx, operation.id.text()))}};
}

} // namespace api::staff
