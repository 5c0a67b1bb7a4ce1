#pragma once

#include <string>

#include "tests/payments/paying.hpp"

namespace tests {

/// Ana buys from ben, whom Mangopay knows and pays.
class Deal : public Paying {
protected:
    Someone ana = given_a_client();
    Someone ben = given_a_verified_provider();

    std::string given_a_funded_order()
    {
        const auto order = given_an_order(ana, ben);
        EXPECT_EQ(pay(order, ana).status, 201);
        decide_card(order);
        EXPECT_EQ(state_of(order), "funded");
        return order;
    }
    std::string wallet_of(const Someone& someone, payments::Role role)
    {
        return account_of(someone, role)->wallet_id.text();
    }
    /// The banks take what is on its way to them.
    void settle_payouts()
    {
        stand_in.control("POST", "/payouts/advance");
        settle_down();
    }
    std::int64_t paid_out() { return stand_in.state().at("out").get<std::int64_t>(); }
};

} // namespace tests
