#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/orders/lifecycle.hpp"
#include "domain/orders/order.hpp"
#include "domain/proposals/lifecycle.hpp"
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
            described("Request", requests::lifecycle) + described("Quote", quotes::lifecycle) +
            described("Order", orders::lifecycle) +
            described("Money operation", payments::operations::lifecycle) +
            described("Proposal", proposals::lifecycle) + described("Review", reviews::lifecycle));
}

TEST(OrderLifecycle, GrantsExactlyWhatTheTableSays)
{
    const auto now = instant_of(1);
    int granted = 0;
    for (const auto& [from, state] : orders::lifecycle.states) {
        for (const auto& [action, what] : orders::lifecycle.actions) {
            for (const auto& [by, party] : orders::lifecycle.parties) {
                const orders::Order order{.id = OrderId::fresh(now),
                                          .client = AccountId::fresh(now),
                                          .provider = AccountId::fresh(now),
                                          .state = from};
                const auto to = orders::lifecycle.next(from, action, by);
                if (to) {
                    EXPECT_EQ(orders::advanced(order, action, by, now).state, *to)
                        << state << ' ' << what << ' ' << party;
                    ++granted;
                } else {
                    EXPECT_THROW(orders::advanced(order, action, by, now), Refused)
                        << state << ' ' << what << ' ' << party;
                }
            }
        }
    }
    EXPECT_EQ(granted, std::ssize(orders::lifecycle.rows()));
}

template <typename Enum>
void expect_each_read_back(const domain::Words<Enum>& words)
{
    for (const auto& [value, word] : words) {
        EXPECT_EQ(name(value), word);
        EXPECT_EQ(words.parse(word), value);
    }
    EXPECT_FALSE(words.parse("").has_value());
}

TEST(Lifecycles, NameStatesSoThatTheyReadBack)
{
    expect_each_read_back(orders::lifecycle.states);
    expect_each_read_back(quotes::lifecycle.states);
    expect_each_read_back(requests::lifecycle.states);
    expect_each_read_back(reviews::lifecycle.states);
    expect_each_read_back(proposals::lifecycle.states);
    expect_each_read_back(payments::operations::lifecycle.states);
}

/// Every state is reached, and from every one money comes to rest.
TEST(OrderLifecycle, LeadsFromEverywhereToAnEnd)
{
    for (const auto& [start, word] : orders::lifecycle.states) {
        std::set<orders::State> seen = {start};
        std::vector<orders::State> to_visit = {start};
        bool ends = false;
        while (!to_visit.empty()) {
            const auto state = to_visit.back();
            to_visit.pop_back();
            ends |= orders::lifecycle.is_final(state);
            for (const auto& row : orders::lifecycle.rows()) {
                if (row.from == state && seen.insert(row.to).second) to_visit.push_back(row.to);
            }
        }
        EXPECT_TRUE(ends) << word;
        if (start == orders::State::awaiting_payment) {
            EXPECT_EQ(seen.size(), orders::lifecycle.states.size());
        }
    }
}

} // namespace tests
