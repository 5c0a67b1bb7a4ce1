#include "api/openapi/values.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

#include "domain/access/session.hpp"
#include "domain/accounts/account.hpp"
#include "domain/contestations/contestation.hpp"
#include "domain/conversations/conversation.hpp"
#include "domain/conversations/message_store.hpp"
#include "domain/core/money.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/moderation/ground.hpp"
#include "domain/orders/lifecycle.hpp"
#include "domain/orders/release_block.hpp"
#include "domain/proposals/proposal.hpp"
#include "domain/quotes/offer_rules.hpp"
#include "domain/requests/lifecycle.hpp"
#include "domain/reviews/review_store.hpp"
#include "domain/services/search.hpp"
#include "domain/services/service.hpp"
#include "domain/terms/terms.hpp"
#include "invoicing/archive/archive.hpp"
#include "invoicing/former_members/own_documents.hpp"
#include "invoicing/issuing/intact.hpp"
#include "invoicing/model/invoice.hpp"
#include "payments/flows/pay_ins.hpp"
#include "payments/gateway/command.hpp"
#include "payments/operations/left_to_people_store.hpp"

namespace api::openapi {

using namespace domain;
using nlohmann::json;

namespace {

constexpr const char* mark = "x-values";

const std::vector<std::string_view>& words_of(const std::string& name)
{
    const auto found = std::ranges::find(values(), name, &Values::name);
    if (found != values().end()) return found->words;
    throw std::runtime_error("the API description asks for the values of " + name +
                             ", which is no list of the code");
}

/// Of movements, then of orders.
std::vector<std::string_view> why_money_waits()
{
    auto all = payments::operations::whys.names();
    const auto of_orders = orders::all_waits.names();
    all.insert(all.end(), of_orders.begin(), of_orders.end());
    return all;
}

bool allows_null(const json& schema)
{
    const auto type = schema.find("type");
    return type != schema.end() && type->is_array() &&
           std::ranges::find(*type, json("null")) != type->end();
}

} // namespace

const std::vector<Values>& values()
{
    static const std::vector<Values> all = {
        {"accounts.clientele", names_of<accounts::Clientele>()},
        {"accounts.kind", names_of<accounts::AccountKind>()},
        {"accounts.legal_kind", accounts::legal_kinds.names()},
        {"accounts.state", names_of<accounts::AccountState>()},
        {"archive.direction", names_of<invoicing::archive::Direction>()},
        {"closure.unsettled", forgetting::all_unsettled.names()},
        {"contestations.decision", names_of<contestations::Decision>()},
        {"conversations.order", conversations::orders.names()},
        {"currency", {code(Currency::eur)}},
        {"invoices.damage", names_of<invoicing::issuing::Damage>()},
        {"invoices.kind", names_of<invoicing::Kind>()},
        {"language", names_of<Language>()},
        {"orders.awaited", orders::all_awaited.names()},
        {"orders.party", orders::lifecycle.parties.names()},
        {"orders.state", orders::lifecycle.states.names()},
        {"money.kind", names_of<payments::Kind>()},
        {"money.why", why_money_waits()},
        {"payments.state", payments::flows::pay_ins::seen_states.names()},
        {"own_documents.kind", invoicing::former_members::document_kinds.names()},
        {"proposals.action", proposals::lifecycle.actions.names()},
        {"proposals.decision", proposals::decisions.names()},
        {"proposals.kind", proposals::kinds.names()},
        {"proposals.party", proposals::lifecycle.parties.names()},
        {"proposals.state", proposals::lifecycle.states.names()},
        {"quotes.prices_are", quotes::ways_to_price.names()},
        {"quotes.service_category", quotes::service_categories.names()},
        {"quotes.state", quotes::lifecycle.states.names()},
        {"quotes.unit", quotes::unit_codes()},
        {"requests.state", requests::lifecycle.states.names()},
        {"reviews.decision", reviews::lifecycle.actions.names()},
        {"reviews.ground", names_of<moderation::Ground>()},
        {"reviews.sort", names_of<reviews::Sort>()},
        {"reviews.state", reviews::lifecycle.states.names()},
        {"role", names_of<conversations::Role>()}, // the two sides of a deal
        {"services.price_per", {services::price_units.begin(), services::price_units.end()}},
        {"services.sort", names_of<services::Sort>()},
        {"sessions.channel", names_of<access::Channel>()},
        {"terms.document", names_of<terms::Document>()},
    };
    return all;
}

void fill_values(json& document)
{
    if (document.is_object() && document.contains(mark)) {
        auto list = json::array();
        for (const auto word : words_of(document[mark].get<std::string>()))
            list.push_back(word);
        if (allows_null(document)) list.push_back(nullptr);
        document["enum"] = std::move(list);
        document.erase(mark);
    }
    if (!document.is_structured()) return;
    for (auto& part : document)
        fill_values(part);
}

} // namespace api::openapi
