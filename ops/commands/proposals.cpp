#include "ops/commands/proposals.hpp"

#include <iostream>

#include "api/staff/decisions.hpp"
#include "api/staff/views.hpp"
#include "api/staff/waiting.hpp"
#include "domain/core/refused.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/proposals/proposals.hpp"
#include "ops/commands/identified.hpp"

namespace ops::commands {

using namespace domain;
using nlohmann::json;

namespace {

constexpr int all_of_them = 10'000;

int refused(const Refused& refusal)
{
    std::cerr << "entremise: " << refusal.detail().en << '\n';
    for (const auto& wrong : refusal.fields())
        std::cerr << "  " << wrong.field << ": " << wrong.message.en << '\n';
    return 1;
}

std::string cents(const json& money)
{
    return decimal(eur(money.at("amount").get<std::int64_t>())) + " EUR";
}

void print(const json& proposal)
{
    const auto text = [&](const char* key) { return proposal.at(key).get<std::string>(); };
    std::cout << text("id") << "  " << text("state") << "  " << text("kind") << "  "
              << text("subject") << "\n  by " << text("by") << " at " << text("made_at") << ": "
              << text("reason") << '\n';
    for (const auto& [name, given] : proposal.at("evidence").items())
        std::cout << "  " << name << ": " << given.get<std::string>() << '\n';
    const auto& due = proposal.at("takes_effect_at");
    if (!due.is_null())
        std::cout << "  takes effect at " << due.get<std::string>() << " unless refused\n";
    for (const auto& step : proposal.at("steps")) {
        std::cout << "  " << step.at("at").get<std::string>() << "  "
                  << step.at("action").get<std::string>() << " by "
                  << step.at("party").get<std::string>() << '\n';
    }
}

void print_all(const json& items, bool as_json, void (*print_one)(const json&))
{
    if (as_json) {
        std::cout << json{{"items", items}}.dump(2) << '\n';
        return;
    }
    for (const auto& item : items)
        print_one(item);
}

void print_one(const json& proposal, bool as_json)
{
    if (as_json) {
        std::cout << proposal.dump(2) << '\n';
    } else {
        print(proposal);
    }
}

void print_waiting(const json& waiting)
{
    const auto text = [&](const char* key) { return waiting.at(key).get<std::string>(); };
    const auto& kind = waiting.at("kind");
    std::cout << text("id") << "  " << text("why") << "  "
              << (kind.is_null() ? "documents" : kind.get<std::string>()) << "  "
              << cents(waiting.at("amount")) << "  " << waiting.at("age_days") << " days, since "
              << text("since") << '\n';
    for (const auto& lack : waiting.at("lacks")) {
        std::cout << "  " << lack.at("field").get<std::string>() << ": "
                  << lack.at("detail").get<std::string>() << '\n';
    }
}

} // namespace

int money_waiting(Installation& installation, bool as_json)
{
    const auto items = installation.db.read_latest([](Transaction& tx) {
        return json(api::staff::all_waiting(tx, "", all_of_them, Language::en));
    });
    print_all(items, as_json, print_waiting);
    return items.empty() ? 0 : 1;
}

int list_proposals(Installation& installation, bool closed, bool as_json)
{
    const auto items = installation.db.read_latest([&](Transaction& tx) {
        auto all = json::array();
        for (const auto& proposal : proposals::list(tx, !closed, "", all_of_them))
            all.push_back(api::staff::proposal_view(tx, proposal));
        return all;
    });
    print_all(items, as_json, print);
    return 0;
}

int make_proposal(Installation& installation, const proposals::Wish& wish, bool as_json)
{
    try {
        const auto by = identified(installation);
        const auto made = installation.db.transaction([&](Transaction& tx) {
            const auto stake = api::staff::require_fit(tx, wish);
            return api::staff::proposal_view(tx, proposals::make(tx, by, wish, stake.arose));
        });
        print_one(made, as_json);
        return 0;
    } catch (const Refused& refusal) {
        return refused(refusal);
    }
}

int decide_proposal(Installation& installation, const DecisionOptions& options)
{
    try {
        const auto decision = proposals::decisions.parse(options.decision);
        const auto id = ProposalId::parse(options.id);
        if (!decision || !id) throw not_found();
        const auto by = identified(installation);
        const auto decided = installation.db.transaction([&](Transaction& tx) {
            return api::staff::proposal_view(
                tx, proposals::decide(tx, by, *id, *decision, options.reason));
        });
        print_one(decided, options.json);
        return 0;
    } catch (const Refused& refusal) {
        return refused(refusal);
    }
}

} // namespace ops::commands
