#include "tests/market/ordering.hpp"

namespace tests {

namespace {

using namespace domain::orders;

TEST_F(Orders, SendTheMoneyBackWhenCancelledAfterPayment)
{
    const auto order = given_a_funded_order();

    expect(200, act(order, "cancellation", ben));

    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
    EXPECT_EQ(announced("refund_due"), 1);
    for (int told = 0; told < 2; ++told) {
        in_payments(
            [&](domain::Transaction& tx) { mark_refunded(tx, id_of(order), domain::eur(44500)); });
    }
    EXPECT_EQ(state_of(order), "refunded");
    EXPECT_EQ(mails_of("order_refunded", ana), 1);
    EXPECT_EQ(mails_of("client_refunded", ben), 1);
    EXPECT_EQ(mails_of("order_refunded", ben), 0) << "the money is not his";
}

TEST_F(Orders, KeepAPayInThatComesTooLate)
{
    const auto order = given_an_order();
    expect(200, act(order, "cancellation", ana));
    EXPECT_EQ(announced("refund_due"), 0) << "nothing was paid";

    EXPECT_EQ(fund(order), Funding::too_late);
    EXPECT_EQ(fund(order), Funding::too_late) << "told twice";
    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
    EXPECT_EQ(announced("refund_due"), 1);
}

TEST_F(Orders, TakeOnePayInAndNoOther)
{
    const auto order = given_an_order();
    EXPECT_EQ(fund(order, pay_in(1)), Funding::funded);
    EXPECT_EQ(fund(order, pay_in(1)), Funding::funded);
    EXPECT_EQ(fund(order, pay_in(2)), Funding::not_needed);
    for (const auto& party : {ana, ben})
        EXPECT_EQ(mails_of("order_funded", party), 1);
}

TEST_F(Orders, LetTheClientGoWhenTheProviderCanNoLongerBePaid)
{
    const auto order = given_a_delivered_order();
    EXPECT_EQ(act(order, "cancellation", ana).status, 409);

    make_unpayable();

    EXPECT_EQ(act(order, "cancellation", ben).status, 409);
    expect(200, act(order, "cancellation", ana));
    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
}

TEST_F(Orders, CannotBeCancelledOnceTheReleaseIsOnItsWay)
{
    const auto order = given_a_validated_order();
    make_unpayable();
    in_payments([&](domain::Transaction& tx) { plan_release(tx, id_of(order)); });
    EXPECT_EQ(act(order, "cancellation", ana).status, 409);

    in_payments(
        [&](domain::Transaction& tx) { block_release(tx, id_of(order), "identity_not_verified"); });
    EXPECT_EQ(get("/v1/orders/" + text(order), ana.bearer).body["release_waits_for"],
              "identity_not_verified");
    expect(200, act(order, "cancellation", ana));
    in_payments(
        [&](domain::Transaction& tx) { EXPECT_FALSE(plan_release(tx, id_of(order)).has_value()); });
}

} // namespace

} // namespace tests
