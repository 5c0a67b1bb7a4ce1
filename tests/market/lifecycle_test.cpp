#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/orders/lifecycle.hpp"
#include "domain/orders/order.hpp"
#include "domain/quotes/lifecycle.hpp"
#include "domain/requests/lifecycle.hpp"
#include "domain/reviews/lifecycle.hpp"
#include "payments/operations/lifecycle.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/state_machine.hpp"

using namespace domain;

namespace tests {

TEST(Lifecycles, AreWhatTheReferenceSays)
{
    expect_file(
        "ops/reference/state-machines.md",
        "# State machines\n\n" + generated_by("tests_market --gtest_filter='Lifecycles.*'") +
            "Who may do what in which state, and where it leads. Everything else is refused\n"
            "(409 `action_unavailable`). The tables are compiled: `lifecycle.hpp` of each "
            "noun.\n\n" +
            described("Request", requests::State::open, requests::lifecycle) +
            described("Quote", quotes::State::sent, quotes::lifecycle) +
            described("Order", orders::State::awaiting_payment, orders::lifecycle) +
            described("Money operation", payments::operations::State::planned,
                      payments::operations::lifecycle) +
            described("Review", reviews::State::published, reviews::lifecycle));
}

TEST(OrderLifecycle, GrantsExactlyWhatTheTableSays)
{
    const auto now = instant_of(1);
    int granted = 0;
    for (const auto from : orders::all_states) {
        for (const auto action : orders::all_actions) {
            for (const auto by : orders::all_parties) {
                const orders::Order order{.id = OrderId::fresh(now),
                                          .client = AccountId::fresh(now),
                                          .provider = AccountId::fresh(now),
                                          .state = from};
                const auto to = orders::next(from, action, by);
                if (to) {
                    EXPECT_EQ(orders::advanced(order, action, by, now).state, *to);
                    ++granted;
                } else {
                    EXPECT_THROW(orders::advanced(order, action, by, now), Refused);
                }
            }
        }
    }
    EXPECT_EQ(granted, std::ssize(orders::lifecycle));
}

TEST(OrderLifecycle, NamesReadBack)
{
    for (const auto state : orders::all_states)
        EXPECT_EQ(orders::parse_state(name(state)), state);
    for (const auto state : quotes::all_states)
        EXPECT_EQ(quotes::parse_state(name(state)), state);
    for (const auto state : requests::all_states)
        EXPECT_EQ(requests::parse_state(name(state)), state);
}

/// Every state is reached, and from every one money comes to rest.
TEST(OrderLifecycle, LeadsFromEverywhereToAnEnd)
{
    for (const auto start : orders::all_states) {
        std::set<orders::State> seen = {start};
        std::vector<orders::State> to_visit = {start};
        bool ends = false;
        while (!to_visit.empty()) {
            const auto state = to_visit.back();
            to_visit.pop_back();
            ends |= is_final(orders::lifecycle, state);
            for (const auto& row : orders::lifecycle) {
                if (row.from == state && seen.insert(row.to).second) to_visit.push_back(row.to);
            }
        }
        EXPECT_TRUE(ends) << name(start);
        if (start == orders::State::awaiting_payment) {
            EXPECT_EQ(seen.size(), orders::all_states.size());
        }
    }
}

} // namespace tests
