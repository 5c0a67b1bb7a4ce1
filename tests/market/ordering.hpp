#pragma once

#include <string>

#include "domain/contestations/contestation.hpp"
#include "domain/orders/orders.hpp"
#include "tests/support/trading.hpp"

namespace tests {

/// Orders between ana and ben, in any state; eve has no part in them, sam is staff.
class Orders : public Trading {
protected:
    using Order = domain::orders::Order;
    using State = domain::orders::State;

    Someone eve = given_a_client("Eve");
    Someone sam = given_staff();

    Order stored(const json& order)
    {
        return db.read(
            [&](domain::Transaction& tx) { return domain::orders::find(tx, id_of(order)); });
    }
    template <typename Work>
    auto in_payments(Work&& work)
    {
        return db.transaction(std::forward<Work>(work));
    }
    Answer decide(const json& order, const json& verdict)
    {
        return post("/v1/staff/orders/" + text(order) + "/decision", verdict, sam.bearer);
    }
    std::int64_t announced(const std::string& kind)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE kind = :kind", kind);
        });
    }
    void make_unpayable()
    {
        db.transaction([&](domain::Transaction& tx) {
            domain::payees::write_payable_state(tx, ben.id, {"user_m_1", false, true});
        });
    }

    /// A fresh order in the given state, walked there as people would.
    json order_in(State state)
    {
        switch (state) {
        case State::awaiting_payment: return given_an_order();
        case State::funded: return given_a_funded_order();
        case State::started: {
            const auto order = given_a_funded_order();
            expect(200, act(order, "start", ben));
            return order;
        }
        case State::delivered: return given_a_delivered_order();
        case State::validated: return given_a_validated_order();
        case State::contested: return given_a_contested_order();
        case State::partly_refunded: {
            const auto order = given_a_contested_order();
            expect(200, decide(order, {{"decision", "partial_refund"},
                                       {"refund", {{"amount", 4500}, {"currency", "EUR"}}},
                                       {"reason", "Un ourlet sur dix est à refaire."}}));
            return order;
        }
        case State::cancelled: {
            const auto order = given_an_order();
            expect(200, act(order, "cancellation", ana));
            return order;
        }
        case State::released: {
            const auto order = given_a_validated_order();
            in_payments(
                [&](domain::Transaction& tx) { domain::orders::mark_released(tx, id_of(order)); });
            return order;
        }
        case State::refunded: {
            const auto order = given_a_funded_order();
            expect(200, act(order, "cancellation", ana));
            in_payments([&](domain::Transaction& tx) {
                domain::orders::mark_refunded(tx, id_of(order), domain::eur(44500));
            });
            return order;
        }
        case State::expired: {
            const auto order = given_an_order();
            const auto before = now;
            now += std::chrono::days{8};
            in_payments([&](domain::Transaction& tx) {
                EXPECT_TRUE(domain::orders::expire(tx, id_of(order)));
            });
            now = before;
            return order;
        }
        }
        return {};
    }
};

} // namespace tests
