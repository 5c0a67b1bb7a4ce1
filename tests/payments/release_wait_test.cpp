// A release that waits says to each side on whom, in the order and by one mail for each reason that
// lasts: what it can do itself, and of the other side nothing but that it is the other.

#include <gmock/gmock.h>

#include "domain/orders/escrow.hpp"
#include "domain/orders/release_block.hpp"
#include "tests/payments/documents.hpp"

namespace {

using namespace tests;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ReleaseWait : public Documents {
protected:
    std::string order = given_delivered_work();

    std::string given_delivered_work()
    {
        const auto id = given_a_paid_deal(ana, ben);
        deliver(id, ben);
        return id;
    }
    /// No invoice of the operator's without its name.
    void let_the_operator_have(const std::string& name) { platform.company.name = name; }
    void let_mangopay_block_ben(bool is_blocked)
    {
        stand_in.control("POST", "/users/" + user_of(ben, payments::Role::owner) + "/block",
                         {{"Inflows", is_blocked},
                          {"Outflows", is_blocked},
                          {"ActionCode", is_blocked ? "008701" : ""}});
        settle_down();
    }
    /// Another quarter of an hour of rounds.
    void wait_long()
    {
        for (int round = 0; round < 3; ++round)
            later();
    }
    std::vector<std::size_t> mails(const std::string& words)
    {
        return {mails_about(words, ana), mails_about(words, ben)};
    }
    static constexpr auto for_you = "il manque quelque chose de votre côté";
    static constexpr auto for_other = "l'autre partie doit d'abord régler";
    static constexpr auto is_late = "doit d'abord corriger quelque chose";
};

TEST_F(ReleaseWait, OfTheMarketplaceIsToldToBothOnceItLasts)
{
    let_the_operator_have("");
    accept_work(order, ana);
    later();
    EXPECT_THAT(mails(is_late), ElementsAre(0U, 0U)) << "a moment";

    wait_long();
    wait_long();
    EXPECT_THAT(mails(is_late), ElementsAre(1U, 1U)) << "once, not every five minutes";
    EXPECT_THAT(mails(for_you), ElementsAre(0U, 0U));
    for (const auto& someone : {ana, ben}) {
        const auto wait = seen(order, someone)["release_wait"];
        EXPECT_EQ(wait["on"], json::array({"marketplace"}));
        EXPECT_THAT(wait["detail"].get<std::string>(),
                    AllOf(HasSubstr("en sécurité"), HasSubstr("rien à faire")));
    }
    EXPECT_THAT(readable(mailbox.to(ana.email).back()), HasSubstr("/orders/" + order));
}

TEST_F(ReleaseWait, ThatIsOverAtOnceIsToldToNobody)
{
    const auto name = platform.company.name;
    let_the_operator_have("");
    accept_work(order, ana);
    EXPECT_FALSE(seen(order, ben)["release_wait"].is_null());
    let_the_operator_have(name);
    later();
    expect_to_go_on(order);
    wait_long();
    EXPECT_THAT(mails(is_late), ElementsAre(0U, 0U));
    EXPECT_TRUE(seen(order, ben)["release_wait"].is_null());
}

TEST_F(ReleaseWait, OfAProviderWhoCannotBePaidIsMailedToEachInItsOwnWords)
{
    let_mangopay_block_ben(true);
    accept_work(order, ana);
    wait_long();
    wait_long();

    EXPECT_THAT(mails(for_you), ElementsAre(0U, 1U));
    EXPECT_THAT(mails(for_other), ElementsAre(1U, 0U));
    const auto bens = seen(order, ben);
    EXPECT_EQ(bens["release_wait"]["on"], json::array({"provider"}));
    EXPECT_THAT(fields_in(bens["release_lacks"]), Contains("blocked_by_mangopay"));
    EXPECT_EQ(bens["release_lacks"].back()["link"], "/v1/me/payout-eligibility");
    const auto anas = seen(order, ana);
    EXPECT_FALSE(anas.contains("release_lacks")) << "it is ben's";
    EXPECT_THAT(anas["release_wait"]["detail"].get<std::string>(),
                AllOf(HasSubstr("Le prestataire"), HasSubstr("en sécurité"),
                      HasSubstr("annuler la commande"), Not(HasSubstr("Mangopay ne laisse"))));

    let_mangopay_block_ben(false);
    later();
    expect_to_go_on(order);
}

/// As if a law since then wanted more: each reads its own, and nobody the other's.
TEST_F(ReleaseWait, OfMentionsNamesEachSideItsOwn)
{
    done(200, act(order, "validation", ana));
    db.transaction([&](domain::Transaction& tx) {
        domain::orders::block_release(tx, *domain::OrderId::parse(order),
                                      domain::orders::invoices_cannot_be_written,
                                      {{"provider.siren", {"Le SIREN.", "The SIREN."}},
                                       {"client.name", {"Le nom.", "The name."}}});
    });
    const auto bens = seen(order, ben);
    EXPECT_EQ(bens["release_wait"]["on"], json::array({"provider", "client"}));
    EXPECT_THAT(fields_in(bens["release_lacks"]),
                ElementsAre("provider.siren", "contact", "client"));
    EXPECT_EQ(bens["release_lacks"][0]["detail"], "Le SIREN.");
    EXPECT_THAT(bens["release_lacks"][1]["detail"].get<std::string>(),
                HasSubstr(platform.company.contact_email));
    EXPECT_THAT(fields_in(seen(order, ana)["release_lacks"]),
                ElementsAre("client.name", "contact"));
    settle_down();
    expect_to_go_on(order);
}

} // namespace
