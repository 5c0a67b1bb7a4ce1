#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class Verification : public AtMangopay {
protected:
    const std::string ben = id_of(post("/sca/users/natural", owner()));

    json begun(const std::string& user)
    {
        return good(post("/users/" + user + "/identity-verifications",
                         {{"ReturnUrl", "https://platform.example/kyc?s=2"}}));
    }
};

} // namespace

TEST_F(Verification, TheHostedPageMakesAnOwnerRegular)
{
    const auto session = begun(ben);
    EXPECT_EQ("PENDING", session.at("Status"));
    const auto back = submit(session.at("HostedUrl"), "decision=accept");
    EXPECT_EQ("https://platform.example/kyc?s=2", back.header("location"));

    const auto path = "/identity-verifications/" + session.at("Id").get<std::string>();
    EXPECT_EQ("VALIDATED", good(get(path)).at("Status"));
    EXPECT_EQ("VALIDATED", good(get(path)).at("Checks").at(0).at("CheckStatus"));
    EXPECT_EQ("REGULAR", good(get("/users/" + ben)).at("KYCLevel"));
    EXPECT_EQ(1U, good(get("/users/" + ben + "/identity-verifications")).size());
    for (const auto* type : {"IDENTITY_VERIFICATION_VALIDATED", "USER_KYC_REGULAR"}) {
        EXPECT_EQ(1U, good(get(std::string("/events?EventType=") + type)).size()) << type;
    }
}

TEST_F(Verification, ARefusalNamesItsReasonAndAnotherMayBegin)
{
    const auto session = begun(ben);
    submit(session.at("HostedUrl"), "decision=refuse");

    const auto path = "/identity-verifications/" + session.at("Id").get<std::string>();
    EXPECT_EQ("REFUSED", good(get(path)).at("Status"));
    EXPECT_EQ("DOCUMENT_NOT_ACCEPTED",
              good(get(path)).at("Checks").at(0).at("Reasons").at(0).at("Type"));
    EXPECT_EQ("LIGHT", good(get("/users/" + ben)).at("KYCLevel"));
    submit(session.at("HostedUrl"), "decision=accept");
    EXPECT_EQ("REFUSED", good(get(path)).at("Status"));
    EXPECT_EQ("PENDING", begun(ben).at("Status"));
}

TEST_F(Verification, WhatTheDocumentsSayOverwritesTheUser)
{
    const auto id = begun(ben).at("Id").get<std::string>();
    stand_in.control("POST", "/identity-verifications/" + id,
                     {{"outcome", "accept"}, {"verified", {{"LastName", "Provider-Durand"}}}});
    EXPECT_EQ("Provider-Durand", good(get("/users/" + ben)).at("LastName"));
    EXPECT_EQ("REGULAR", good(get("/users/" + ben)).at("KYCLevel"));

    put("/sca/users/natural/" + ben, {{"FirstName", "Benjamin"}});
    EXPECT_EQ("OUT_OF_DATE", good(get("/identity-verifications/" + id)).at("Status"));
}

TEST_F(Verification, IsOnlyForOwnersAndExpiresAfterAWeek)
{
    const auto refused = post("/users/" + given_payer() + "/identity-verifications",
                              {{"ReturnUrl", "https://platform.example"}});
    EXPECT_EQ(400, refused.status);
    EXPECT_EQ("invalid_action", type_of(refused));

    const auto id = begun(ben).at("Id").get<std::string>();
    EXPECT_EQ(409,
              stand_in.control("POST", "/identity-verifications/" + id, {{"outcome", "review"}})
                  .status); // natural persons are never reviewed
    stand_in.travel(std::chrono::days{7});
    token = fresh_token();
    EXPECT_EQ("EXPIRED", good(get("/identity-verifications/" + id)).at("Status"));
}

} // namespace tests
