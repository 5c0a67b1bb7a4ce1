// What each side of an order is told about its money: what is true for it, in its language.

#include <gmock/gmock.h>

#include "domain/orders/orders.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/market/ordering.hpp"

namespace tests {

namespace {

using namespace domain::orders;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class OrderNews : public Orders {
protected:
    void SetUp() override
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE accounts SET language = 'en' WHERE id = :id", ben.id);
        });
    }

    /// Carries out `step` with all earlier mails out of the way.
    void after(const std::function<void(domain::Transaction&)>& step)
    {
        run_jobs();
        mailbox.mails.clear();
        db.transaction(step);
        run_jobs();
    }

    /// What somebody was told by it.
    std::vector<std::string> told(const Someone& someone)
    {
        const auto address = domain::accounts::Email::parse(someone.email)->text();
        std::vector<std::string> texts;
        for (const auto& mail : mailbox.to(address))
            texts.push_back(readable(mail));
        return texts;
    }
};

TEST_F(OrderNews, TheMoneyIsTheProvidersAndTheClientIsToldThatItsOrderIsComplete)
{
    const auto order = given_a_validated_order();
    after([&](domain::Transaction& tx) { mark_released(tx, id_of(order)); });
    const auto client = told(ana);
    EXPECT_THAT(client, Contains(HasSubstr("terminée : le prestataire est payé")));
    EXPECT_THAT(client, Not(Contains(HasSubstr("vous est versée"))));
    const auto provider = told(ben);
    EXPECT_THAT(provider, Contains(HasSubstr("The money held was released to you")));
    EXPECT_THAT(provider, Not(Contains(HasSubstr("Your order is complete"))));
}

TEST_F(OrderNews, AValidationSendsMoneyToOneSideAndTakesItFromTheOther)
{
    const auto order = given_a_delivered_order();
    after([&](domain::Transaction& tx) { validate(tx, ana.id, id_of(order)); });
    EXPECT_THAT(told(ana), ElementsAre(HasSubstr("va être versée au prestataire")));
    EXPECT_THAT(told(ben), ElementsAre(HasSubstr("the money follows")));
}

TEST_F(OrderNews, AWholeRefundIsTheClientsAndLeavesTheProviderNothing)
{
    const auto order = given_a_funded_order();
    expect(200, act(order, "cancellation", ben));
    after([&](domain::Transaction& tx) { mark_refunded(tx, id_of(order), domain::eur(44500)); });
    EXPECT_THAT(told(ana), ElementsAre(HasSubstr("Un remboursement de 445,00 EUR est en route")));
    EXPECT_THAT(told(ben), ElementsAre(AllOf(HasSubstr("Your client was refunded 445.00 EUR"),
                                             HasSubstr("Nothing of it is left"),
                                             Not(HasSubstr("your means")))));
}

TEST_F(OrderNews, APartialRefundSaysToTheProviderWhatRemains)
{
    const auto order = order_in(State::partly_refunded);
    after([&](domain::Transaction& tx) { mark_refunded(tx, id_of(order), domain::eur(4500)); });
    EXPECT_THAT(told(ana), ElementsAre(HasSubstr("Un remboursement de 45,00 EUR est en route")));
    EXPECT_THAT(told(ben), ElementsAre(AllOf(HasSubstr("refunded 45.00 EUR"),
                                             HasSubstr("400.00 EUR is left"))));
}

TEST_F(OrderNews, WhatIsPaidBackByOtherMeansIsToldToTheProviderToo)
{
    const auto order = order_in(State::partly_refunded);
    after([&](domain::Transaction& tx) { mark_paid_back(tx, id_of(order)); });
    EXPECT_THAT(told(ana), IsEmpty()) << "told by whoever paid";
    EXPECT_THAT(told(ben), ElementsAre(HasSubstr("refunded 45.00 EUR")));
}

} // namespace

} // namespace tests
