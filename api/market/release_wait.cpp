#include "api/market/release_wait.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/orders/release_block_store.hpp"
#include "domain/orders/release_wait.hpp"
#include "invoicing/issuing/sides.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;
using orders::Awaited;
using orders::Party;

namespace {

bool may_give_up(const orders::Order& order, Party party)
{
    return party == Party::client && orders::lets_the_client_go(order.release_blocked_reason) &&
           orders::lifecycle.next(order.state, orders::Action::give_up, party).has_value();
}

/// Who is to act, as this reader sees it.
Say whose_turn(Party reader, const std::vector<Awaited>& on)
{
    const auto waits_on = [&](Awaited side) { return std::ranges::find(on, side) != on.end(); };
    const bool is_client = reader == Party::client;
    if (waits_on(is_client ? Awaited::client : Awaited::provider)) {
        return {"Il manque quelque chose de votre côté : ce que c'est, et que faire, est dit ici.",
                "Something is missing on your side: what it is, and what to do, is said here."};
    }
    if (!waits_on(is_client ? Awaited::provider : Awaited::client)) {
        return {"La place de marché doit d'abord corriger ce qui lui revient ; vous n'avez rien à "
                "faire.",
                "The marketplace has to mend its part first; there is nothing for you to do."};
    }
    if (is_client) {
        return {"Le prestataire doit d'abord régler quelque chose de son côté ; vous n'avez rien à "
                "faire.",
                "The provider has to mend something on its side first; there is nothing for you to "
                "do."};
    }
    return {"Le client doit d'abord régler quelque chose de son côté ; vous n'avez rien à faire.",
            "The client has to mend something on its side first; there is nothing for you to do."};
}

Say in_words(const orders::Order& order, Party reader, const std::vector<Awaited>& on)
{
    auto words = whose_turn(reader, on);
    words.fr += " L'argent de la commande est en sécurité chez Mangopay, et part de lui-même dès "
                "que c'est réglé.";
    words.en += " The order's money is safe at Mangopay, and leaves by itself as soon as that is "
                "mended.";
    if (may_give_up(order, reader)) {
        words.fr += " Si vous ne voulez pas attendre, vous pouvez annuler la commande et être "
                    "remboursé.";
        words.en += " If you do not want to wait, you may cancel the order and be refunded.";
    }
    return words;
}

} // namespace

json release_wait(Transaction& tx, const orders::Order& order, const OrderReader& reader)
{
    if (!orders::is_release_blocked(order)) return nullptr;
    const auto on = invoicing::issuing::awaited(order.release_blocked_reason,
                                                orders::complaints_about(tx, order.id));
    auto sides = json::array();
    for (const auto side : on)
        sides.push_back(name(side));
    return {{"on", std::move(sides)},
            {"detail", in_words(order, reader.party, on).in(reader.language)}};
}

} // namespace api::market
