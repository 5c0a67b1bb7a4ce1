#include <gmock/gmock.h>

#include "tests/payments/two_people.hpp"

namespace {

using namespace tests;
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

    mailbox.failing = false;
    travel(std::chrono::hours{2}); // the mail is tried again
    run_jobs();
    ASSERT_EQ(mailbox.to(platform.company.oversight_email).size(), 1U);
    travel(std::chrono::hours{71});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "proposed");
    travel(std::chrono::hours{1});
    carry_out();
    EXPECT_EQ(shown(made)["state"], "effective");
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
