#include <thread>

#include "domain/storage/failures.hpp"
#include "tests/market/ordering.hpp"

namespace tests {

namespace {

using namespace domain::orders;

TEST_F(Orders, ContestedWaitForStaff)
{
    const auto order = given_a_contested_order();
    EXPECT_EQ(act(order, "validation", ana).status, 409);

    const auto open = get("/v1/staff/contestations", sam.bearer).body["items"];
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0]["contestation"]["reason"], "Trois ourlets se défont.");

    expect(200, decide(order, {{"decision", "release"}, {"reason", "Conforme au devis."}}));

    EXPECT_EQ(state_of(order), "validated");
    EXPECT_EQ(stored(order).validated_by, "staff");
    EXPECT_EQ(announced("release_due"), 1);
    EXPECT_EQ(count("audit_log"), 1);
    EXPECT_TRUE(get("/v1/staff/contestations", sam.bearer).body["items"].empty());
    const auto seen = get("/v1/orders/" + text(order), ben.bearer).body["contestation"];
    EXPECT_EQ(seen["decision_reason"], "Conforme au devis.");
    EXPECT_EQ(decide(order, {{"decision", "full_refund"}, {"reason", "x"}}).status, 409);
}

TEST_F(Orders, CanBeRefundedWholly)
{
    const auto order = given_a_contested_order();
    expect(200, decide(order, {{"decision", "full_refund"}, {"reason", "Rien de conforme."}}));

    EXPECT_EQ(state_of(order), "cancelled");
    EXPECT_EQ(announced("refund_due"), 1);
    EXPECT_EQ(announced("release_due"), 0);
}

TEST_F(Orders, CanBeRefundedPartlyBeforeTheRestIsReleased)
{
    const auto order = order_in(State::partly_refunded);
    in_payments([&](domain::Transaction& tx) {
        EXPECT_FALSE(plan_release(tx, id_of(order)).has_value()) << "the refund comes first";
        mark_refunded(tx, id_of(order), domain::eur(4500));
    });
    EXPECT_EQ(announced("release_due"), 1);

    in_payments([&](domain::Transaction& tx) {
        const auto release = plan_release(tx, id_of(order));
        ASSERT_TRUE(release.has_value());
        EXPECT_EQ(release->gross, domain::eur(40000));
        // 400.00 holds 333.33 net: 33.33 and 6.67 VAT.
        EXPECT_EQ(release->fees, domain::eur(4000));
        mark_released(tx, id_of(order));
    });
    EXPECT_EQ(state_of(order), "released");
}

TEST_F(Orders, RefuseImpossibleVerdicts)
{
    const auto order = given_a_contested_order();
    const auto money = [](std::int64_t amount) {
        return json{{"amount", amount}, {"currency", "EUR"}};
    };
    const std::vector<json> wrong = {
        {{"decision", "partial_refund"}, {"reason", "x"}},
        {{"decision", "partial_refund"}, {"refund", money(44500)}, {"reason", "x"}},
        {{"decision", "release"}, {"refund", money(1)}, {"reason", "x"}},
        {{"decision", "release"}},
        {{"decision", "perhaps"}, {"reason", "x"}}};
    for (const auto& verdict : wrong)
        EXPECT_EQ(decide(order, verdict).status, 422) << verdict;
    EXPECT_EQ(state_of(order), "contested");
}

TEST_F(Orders, HaveOneWinnerWhenValidationMeetsContestation)
{
    const auto order = given_a_delivered_order();
    std::vector<int> statuses(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            threads.emplace_back([&, i] {
                statuses[i] = i % 2 == 0
                                  ? act(order, "validation", ana).status
                                  : act(order, "contestation", ana, {{"reason", "x"}}).status;
            });
        }
    }
    EXPECT_EQ(std::ranges::count(statuses, 200), 1);
    EXPECT_EQ(std::ranges::count(statuses, 409), 7);
}

} // namespace

} // namespace tests
