#include <gmock/gmock.h>

#include "domain/letters/day_words.hpp"
#include "tests/payments/two_people.hpp"

namespace {

using namespace tests;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Sam is the only one: the company's address is the second person.
class OnePerson : public TwoPeople {
protected:
    OnePerson()
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE accounts SET state = 'closed' WHERE id = :id", kim.id);
        });
    }
    json proposed()
    {
        given_a_refused_refund();
        return proposed_by_sam();
    }
    json proposed_by_sam()
    {
        const auto made = propose(sam, "paid_by_other_means", waiting()[0]["id"], bank_transfer());
        EXPECT_EQ(made.status, 201) << made.bytes;
        run_jobs();
        return made.body;
    }
    std::string link() { return token_in(mailbox.to(platform.company.oversight_email).back()); }
    Answer refuse(const std::string& token)
    {
        const With form{.headers = {{"content-type", "application/x-www-form-urlencoded"}}};
        return call("POST", "/proposal-refusal", "token=" + token, form);
    }
};

TEST_F(OnePerson, WaitsThreeDaysForARefusal)
{
    const auto made = proposed();
    EXPECT_EQ(made["takes_effect_at"],
              domain::to_text(*domain::parse_instant(made["made_at"].get<std::string>()) +
                              std::chrono::hours{72}));
    EXPECT_EQ(mailbox.to(platform.company.oversight_email).size(), 1U);
    travel(std::chrono::hours{71});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "proposed");
    travel(std::chrono::hours{1});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "effective");
    EXPECT_EQ(refuse(link()).status, 422) << "too late";
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(OnePerson, WaitsUntilTheCompanyHasHadItsThreeDays)
{
    given_a_refused_refund();
    mailbox.failing = true;
    const auto made = proposed_by_sam();
    travel(std::chrono::hours{73});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "proposed") << "nobody was told";
    EXPECT_EQ(get("/readyz").body["proposals_untold"], 1);

    mailbox.failing = false;
    travel(std::chrono::hours{2}); // the mail is tried again
    run_jobs();
    ASSERT_EQ(mailbox.to(platform.company.oversight_email).size(), 1U);
    EXPECT_EQ(get("/readyz").body["proposals_untold"], 0);
    EXPECT_EQ(shown(made)["takes_effect_at"], domain::to_text(now + std::chrono::hours{72}));
    travel(std::chrono::hours{71});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "proposed");
    travel(std::chrono::hours{1});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "effective");
}

TEST_F(OnePerson, WaitsAsLongAsNoMailReachesTheCompany)
{
    given_a_refused_refund();
    mailbox.refusing = true;
    const auto made = proposed_by_sam();
    travel(std::chrono::minutes{59});
    EXPECT_EQ(get("/readyz").body["proposals_untold"], 0);
    travel(std::chrono::days{10}); // nothing remembers the mail any more
    carry_out();
    EXPECT_EQ(shown(made)["state"], "proposed");
    EXPECT_EQ(get("/readyz").body["proposals_untold"], 1);

    mailbox.refusing = false; // the address was put right
    EXPECT_EQ(decide(sam, made, "withdraw").status, 200);
    EXPECT_EQ(get("/readyz").body["proposals_untold"], 0);
    const auto again = proposed_by_sam();
    travel(std::chrono::hours{72});
    carry_out();
    EXPECT_EQ(shown(again)["state"], "effective");
}

TEST_F(OnePerson, IsToldAllThatADecisionTakesInBothLanguages)
{
    const auto order = given_a_refused_refund();
    proposed_by_sam();
    const auto mail = readable(mailbox.to(platform.company.oversight_email).back());
    const auto until = domain::letters::in_words(now + std::chrono::hours{72});
    for (const auto& told :
         {std::string("120,00 EUR, le remboursement du client, commande ") + order,
          "120.00 EUR, the client's refund, order " + order,
          std::string("virement VIR 2026-11-30 0042 du "),
          std::string("bank transfer VIR 2026-11-30 0042 of "), sam.email, until.fr, until.en,
          std::string("cette somme n'est plus due"), std::string("that sum is owed no more")})
        EXPECT_THAT(mail, HasSubstr(told));
}

TEST_F(OnePerson, IsRefusedByTheLinkOnce)
{
    const auto made = proposed();
    const auto page = get("/proposal-refusal?token=" + link());
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(shown(made)["state"], "proposed") << "following a link changes nothing";
    EXPECT_EQ(refuse(link()).status, 200);
    const auto again = refuse(link());
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.bytes, refuse("abcdefghijklmnopqrstuvwxyz").bytes);
    travel(std::chrono::hours{80});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "refused");
    EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(OnePerson, IsNotTwoByMakingAnAccount)
{
    given_a_refused_refund();
    const auto young = given_staff(); // made for the occasion
    const auto made = proposed_by_sam();
    EXPECT_FALSE(made["takes_effect_at"].is_null());
    EXPECT_EQ(decide(young, made, "accept").status, 409);
    EXPECT_EQ(shown(made)["state"], "proposed");
}

} // namespace
