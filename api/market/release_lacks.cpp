#include "api/market/release_lacks.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "domain/accounts/account_store.hpp"
#include "domain/orders/release_block_store.hpp"
#include "domain/orders/release_wait.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/profiles/profile_store.hpp"
#include "invoicing/issuing/sides.hpp"

namespace api::market {

using namespace domain;
using invoicing::issuing::Side;
using nlohmann::json;
using orders::Party;

namespace {

struct Lack {
    std::string field;
    Say detail;
    std::string link{}; // a route of the API; "": there is none
};

Lack of_the_client()
{
    return {
        "client",
        {"Les informations du client sont incomplètes.", "The client's details are incomplete."}};
}

Lack of_the_marketplace()
{
    return {"marketplace",
            {"La place de marché doit d'abord corriger ce qui lui revient ; vous n'avez rien à "
             "faire, votre argent part ensuite de lui-même.",
             "The marketplace has to mend its part first; there is nothing for you to do, and your "
             "money leaves by itself then."}};
}

/// Whoever changes its profile in vain is told so.
Lack what_was_frozen(const Platform& platform)
{
    const auto& contact = platform.company.contact_email;
    return {"contact",
            {"Ces mentions ont été figées à l'acceptation du devis : changer votre profil ne les "
             "change plus. Écrivez à " +
                 contact + ".",
             "These mentions were frozen when the quote was accepted: changing your profile does "
             "not change them any more. Write to " +
                 contact + "."}};
}

std::vector<Lack> on_documents(Transaction& tx, const orders::Order& order,
                               const OrderReader& reader)
{
    const bool is_client = reader.party == Party::client;
    const auto own = is_client ? Side::client : Side::provider;
    std::vector<Lack> told;
    bool is_clients = false, is_ours = false;
    for (auto& complaint : orders::complaints_about(tx, order.id)) {
        const auto side = invoicing::issuing::side_of(complaint.field);
        if (side == own) told.push_back({complaint.field, std::move(complaint.message)});
        is_clients = is_clients || side == Side::client;
        is_ours = is_ours || side == Side::offer || side == Side::us;
    }
    if (!told.empty()) told.push_back(what_was_frozen(reader.marketplace.platform));
    if (is_client) return told;
    if (is_clients) told.push_back(of_the_client());
    if (is_ours) told.push_back(of_the_marketplace());
    return told;
}

/// What of the profile is missing, field by field.
void add_details(Transaction& tx, const OrderReader& reader, const AccountId& provider,
                 const payees::Hurdle& hurdle, std::vector<Lack>& told)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, provider));
    for (auto& missing :
         payees::missing_fields(profile, reader.marketplace.policy, policy::Step::becoming_payable))
        told.push_back({missing.field, std::move(missing.message), hurdle.link});
}

/// Why the provider cannot be paid, as things stand now.
std::vector<Lack> on_payment(Transaction& tx, const orders::Order& order, const OrderReader& reader)
{
    std::vector<Lack> told;
    for (const auto& hurdle : payees::payment_hurdles(tx, reader.marketplace, order.provider)) {
        if (hurdle.details.empty()) {
            told.push_back({hurdle.code, hurdle.reason, hurdle.link});
        } else {
            add_details(tx, reader, order.provider, hurdle, told);
        }
    }
    if (order.release_blocked_reason == orders::blocked_by_mangopay) {
        told.push_back({std::string(orders::blocked_by_mangopay),
                        {"Mangopay ne laisse entrer aucun argent sur votre compte de paiement : "
                         "voyez ce qu'il demande.",
                         "Mangopay lets no money into your payment account: see what it asks for."},
                        "/v1/me/payout-eligibility"});
    }
    return told;
}

std::vector<Lack> lacks_for(Transaction& tx, const orders::Order& order, const OrderReader& reader)
{
    const auto& reason = order.release_blocked_reason;
    if (!orders::is_release_blocked(order)) return {};
    if (reason == orders::invoices_cannot_be_written) return on_documents(tx, order, reader);
    if (reader.party == Party::client) return {};
    if (orders::is_refused_by_mangopay(reason)) return {of_the_marketplace()};
    return on_payment(tx, order, reader);
}

} // namespace

json release_lacks(Transaction& tx, const orders::Order& order, const OrderReader& reader)
{
    auto list = json::array();
    for (const auto& lack : lacks_for(tx, order, reader)) {
        list.push_back({{"field", lack.field},
                        {"detail", lack.detail.in(reader.language)},
                        {"link", lack.link.empty() ? json() : json(lack.link)}});
    }
    return list;
}

} // namespace api::market
