#include <gmock/gmock.h>

#include "tests/talk/reviewing.hpp"

namespace tests {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(Reviewing, ADoubtIsReasonedExaminedAndAnswered)
{
    const auto id = given_a_review(1, "Rideau brûlé, à fuir absolument.");
    const auto report = [&](const Someone& as, const json& body) {
        return post("/v1/reviews/" + id + "/report", body, as.bearer);
    };
    const json reason = {{"reason", "Cette personne n'a jamais été cliente."}};
    EXPECT_EQ(report(ben, json::object()).status, 422);
    EXPECT_EQ(report(ben, {{"reason", "faux"}}).status, 422);
    EXPECT_EQ(report(ana, reason).status, 404);
    EXPECT_EQ(report(carl, reason).status, 404);
    EXPECT_EQ(report(ben, reason).status, 201);
    EXPECT_EQ(report(ben, reason).status, 409);
    EXPECT_EQ(public_reviews()["items"].size(), 1U); // a report alone changes nothing

    EXPECT_EQ(get("/v1/staff/review-reports", ben.bearer).status, 404);
    const auto open = get("/v1/staff/review-reports", sam.bearer).body["items"];
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0]["reason"], reason["reason"]);
    EXPECT_EQ(open[0]["review"]["text"], "Rideau brûlé, à fuir absolument.");

    EXPECT_EQ(decide(id, "refuse").status, 200);
    EXPECT_TRUE(get("/v1/staff/review-reports", sam.bearer).body["items"].empty());
    EXPECT_EQ(get("/v1/staff/review-reports?state=decided", sam.bearer).body["items"].size(), 1U);
    EXPECT_EQ(report(ben, reason).status, 404) << "what is refused is there for its author only";
    EXPECT_TRUE(public_reviews()["items"].empty());
}

TEST_F(Reviewing, NoDecisionWithoutAReasonThatItsAuthorReads)
{
    const auto id = given_a_review(1);
    const auto path = "/v1/staff/reviews/" + id + "/decision";
    EXPECT_EQ(post(path, {{"decision", "refuse"}, {"ground", "insulting"}}, sam.bearer).status,
              422);
    EXPECT_EQ(post(path, {{"decision", "refuse"}, {"reason", "Des insultes."}}, sam.bearer).status,
              422);
    EXPECT_EQ(post(path,
                   {{"decision", "restore"}, {"ground", "genuine"}, {"reason", "Rien à redire."}},
                   sam.bearer)
                  .body["title"],
              "action_unavailable");
    EXPECT_EQ(decide(id, "refuse").status, 200);

    const auto mine = get("/v1/me/reviews", ana.bearer).body["items"][0];
    EXPECT_EQ(mine["state"], "refused");
    EXPECT_EQ(mine["decision"]["ground"], "not_genuine");
    EXPECT_EQ(mine["decision"]["reason"], "La commande citée n'est pas celle-ci.");
    EXPECT_TRUE(get("/v1/me/reviews?role=received", ben.bearer).body["items"].empty());
    EXPECT_THAT(mail_about(id), HasSubstr("Votre avis est refusé : l'avis ne rend pas compte"));
    EXPECT_THAT(mail_about(id), HasSubstr("Motif : La commande citée n'est pas celle-ci."));
    const auto logged = db.read([&](domain::Transaction& tx) {
        return tx.all<std::string>("SELECT action FROM audit_log WHERE object_id = :id", id);
    });
    EXPECT_THAT(logged, ElementsAre("review_refuse"));
    const auto stored = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT reason FROM review_decisions");
    });
    EXPECT_THAT(stored, Not(HasSubstr("commande")));
}

} // namespace

} // namespace tests
