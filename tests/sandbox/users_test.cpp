#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

json changed(json object, const char* key, const json& value)
{
    object[key] = value;
    return object;
}

json company()
{
    const json address = {{"AddressLine1", "1 rue de la Paix"},
                          {"City", "Paris"},
                          {"PostalCode", "75002"},
                          {"Country", "FR"}};
    return {{"UserCategory", "OWNER"},
            {"TermsAndConditionsAccepted", true},
            {"LegalPersonType", "BUSINESS"},
            {"Name", "Ben SAS"},
            {"Email", "office@ben.example"},
            {"CompanyNumber", "732829320"},
            {"HeadquartersAddress", address},
            {"LegalRepresentative",
             {{"FirstName", "Ben"},
              {"LastName", "Provider"},
              {"Birthday", -86400},
              {"Nationality", "FR"},
              {"CountryOfResidence", "FR"},
              {"Email", "ben@ben.example"},
              {"PhoneNumber", "0611111111"},
              {"PhoneNumberCountry", "FR"}}}};
}

} // namespace

TEST_F(AtMangopay, APayerIsActiveAtOnceAndKeepsItsTag)
{
    const auto user = good(post("/sca/users/natural", changed(payer(), "Tag", "acc_1")));
    EXPECT_EQ("ACTIVE", user.at("UserStatus"));
    EXPECT_EQ("LIGHT", user.at("KYCLevel"));
    EXPECT_EQ("NATURAL", user.at("PersonType"));
    EXPECT_TRUE(user.at("PendingUserAction").is_null());

    EXPECT_EQ(user, good(get("/sca/users/" + user.at("Id").get<std::string>())));
    EXPECT_EQ("acc_1", good(get("/users?per_page=1")).at(0).at("Tag"));
}

TEST_F(AtMangopay, EveryWrongFieldOfAUserIsNamed)
{
    const auto answer = post("/sca/users/natural", {{"UserCategory", "OWNER"},
                                                    {"TermsAndConditionsAccepted", true},
                                                    {"FirstName", std::string(101, 'x')},
                                                    {"Email", "nonsense"},
                                                    {"CountryOfResidence", "KP"},
                                                    {"Birthday", 1.5}});
    EXPECT_EQ(400, answer.status);
    EXPECT_EQ("param_error", type_of(answer));
    const auto errors = answer.json().at("errors");
    for (const auto* field :
         {"FirstName", "LastName", "Email", "Birthday", "Nationality", "CountryOfResidence"}) {
        EXPECT_TRUE(errors.contains(field)) << field << errors;
    }
    EXPECT_EQ("The CountryOfResidence used is blocked", errors.at("CountryOfResidence"));
}

TEST_F(AtMangopay, AnOwnerMustAcceptTheTerms)
{
    const auto answer =
        post("/sca/users/natural", changed(owner(), "TermsAndConditionsAccepted", false));
    EXPECT_EQ(403, answer.status);
    EXPECT_EQ("user_hasnt_accepted_terms_and_conditions", type_of(answer));
}

TEST_F(AtMangopay, AnOwnerEnrolsOnThePageAndComesBack)
{
    const auto user = good(post("/sca/users/natural", owner()));
    const auto path = "/sca/users/" + user.at("Id").get<std::string>();
    EXPECT_EQ("PENDING_USER_ACTION", user.at("UserStatus"));
    const auto page = user.at("PendingUserAction").at("RedirectUrl").get<std::string>() +
                      "&returnUrl=https%3A%2F%2Fplatform.example%2Fback%3Fs%3D1";

    const auto target = page.substr(stand_in.url().size());
    EXPECT_NE(std::string::npos, ask(stand_in.port(), "GET", target).body.find("<form"));
    const auto refused = submit(page, "decision=refuse");
    EXPECT_EQ(303, refused.status);
    EXPECT_EQ("https://platform.example/back?s=1&controlStatus=FAILED", refused.header("location"));
    EXPECT_EQ("PENDING_USER_ACTION", good(get(path)).at("UserStatus"));
    EXPECT_FALSE(good(get(path + "/sca-status")).at("IsEnrolled").get<bool>());

    const auto again = good(post(path + "/enrollment", nullptr));
    const auto accepted =
        submit(again.at("PendingUserAction").at("RedirectUrl").get<std::string>() +
                   "&returnUrl=https%3A%2F%2Fplatform.example%2Fback",
               "decision=accept");
    EXPECT_EQ("https://platform.example/back?controlStatus=VALIDATED", accepted.header("location"));
    EXPECT_EQ("ACTIVE", good(get(path)).at("UserStatus"));
    EXPECT_TRUE(good(get(path + "/sca-status")).at("IsEnrolled").get<bool>());
    EXPECT_EQ("https://platform.example/back?s=1&controlStatus=FAILED",
              submit(page, "decision=accept").header("location")); // a session is used once
}

TEST_F(AtMangopay, AnEnrolmentExpiresAfterTenMinutes)
{
    const auto user = good(post("/sca/users/natural", owner()));
    const auto page = user.at("PendingUserAction").at("RedirectUrl").get<std::string>();

    stand_in.travel(std::chrono::minutes{10});
    submit(page, "decision=accept");

    EXPECT_EQ("PENDING_USER_ACTION",
              good(get("/users/" + user.at("Id").get<std::string>())).at("UserStatus"));
    EXPECT_EQ(1U, good(get("/events?EventType=SCA_ENROLLMENT_EXPIRED")).size());
}

TEST_F(AtMangopay, AnAddressThatAcceptsNeedsNoAuthentication)
{
    const auto user = good(post("/sca/users/natural", changed(owner(), "Email", "accept@x.fr")));
    EXPECT_EQ("ACTIVE", user.at("UserStatus"));
    auto fields = company();
    fields["LegalRepresentative"]["Email"] = "ben+accept@x.fr";
    EXPECT_EQ("ACTIVE", good(post("/sca/users/legal", fields)).at("UserStatus"));
}

TEST_F(AtMangopay, ACompanyNeedsItsNumberAndItsRepresentative)
{
    EXPECT_EQ("LEGAL", good(post("/sca/users/legal", company())).at("PersonType"));

    auto fields = changed(company(), "CompanyNumber", "12345");
    fields["LegalRepresentative"].erase("Email");
    const auto errors = post("/sca/users/legal", fields).json().at("errors");
    EXPECT_TRUE(errors.contains("CompanyNumber"));
    EXPECT_TRUE(errors.contains("LegalRepresentative.Email"));
    fields = changed(company(), "CompanyNumber", nullptr);
    EXPECT_EQ(400, post("/sca/users/legal", fields).status);
    fields["LegalPersonType"] = "SOLETRADER";
    EXPECT_EQ(200, post("/sca/users/legal", fields).status);
}

TEST_F(AtMangopay, APayerBecomesAnOwnerOnceAndForGood)
{
    const auto id = given_payer();
    auto fields = owner();
    const auto upgraded = good(put("/sca/users/natural/" + id + "/category", fields));
    EXPECT_EQ("OWNER", upgraded.at("UserCategory"));
    EXPECT_EQ("PENDING_USER_ACTION", upgraded.at("UserStatus"));
    EXPECT_EQ(1U, good(get("/events?EventType=USER_CATEGORY_UPDATED_TO_OWNER")).size());
    EXPECT_EQ(400, put("/sca/users/natural/" + id + "/category", payer()).status);
}

TEST_F(AtMangopay, AnotherIdentityIsNoLongerVerifiedAndAnotherAddressEnrolsAnew)
{
    const auto id = given_owner();

    const auto moved = good(put("/sca/users/natural/" + id, {{"Occupation", "Plumber"}}));
    EXPECT_EQ("REGULAR", moved.at("KYCLevel"));
    EXPECT_EQ("ACTIVE", moved.at("UserStatus"));

    EXPECT_EQ("LIGHT",
              good(put("/sca/users/natural/" + id, {{"LastName", "Other"}})).at("KYCLevel"));
    EXPECT_EQ(1U, good(get("/events?EventType=USER_KYC_LIGHT")).size());
    EXPECT_EQ("PENDING_USER_ACTION",
              good(put("/sca/users/natural/" + id, {{"Email", "new@x.fr"}})).at("UserStatus"));
}

TEST_F(AtMangopay, OnlyAnEmptyUserCanBeClosedAndStaysReadable)
{
    const auto id = given_payer();
    const auto wallet = given_funds(id, 500);
    const auto refused = call("DELETE", "/users/natural/" + id);
    EXPECT_EQ(400, refused.status);
    EXPECT_EQ("user_closure_not_possible", type_of(refused));

    const auto payin =
        good(get("/users/" + id + "/transactions")).at(0).at("Id").get<std::string>();
    good(post("/payins/" + payin + "/refunds", {{"AuthorId", id}}));
    EXPECT_EQ(204, call("DELETE", "/users/natural/" + id).status);
    EXPECT_EQ("CLOSED", good(get("/users/" + id)).at("UserStatus"));
    EXPECT_EQ(1U, good(get("/events?EventType=USER_ACCOUNT_CLOSED")).size());
    EXPECT_EQ("user_closure_failed", type_of(call("DELETE", "/users/natural/" + id)));
    EXPECT_EQ("user_closed", type_of(put("/sca/users/natural/" + id, {{"Tag", "x"}})));
    EXPECT_EQ("user_closed", type_of(post("/payins/card/web", payin_fields(id, wallet, 100))));
}

TEST_F(AtMangopay, TheRegulatoryScopeTellsWhatIsBlocked)
{
    const auto id = given_owner();
    const auto path = "/users/" + id + "/regulatory";
    EXPECT_FALSE(good(get(path)).at("ScopeBlocked").at("Outflows").get<bool>());

    stand_in.control("POST", "/users/" + id + "/block",
                     {{"Outflows", true}, {"ActionCode", "008702"}});
    EXPECT_EQ("008702", good(get(path)).at("ActionCode"));
    EXPECT_TRUE(good(get(path)).at("ScopeBlocked").at("Outflows").get<bool>());
    EXPECT_EQ(1U, good(get("/events?EventType=USER_OUTFLOWS_BLOCKED")).size());

    stand_in.control("POST", "/users/" + id + "/block", {{"Outflows", false}});
    EXPECT_EQ("", good(get(path)).at("ActionCode"));
    EXPECT_EQ(1U, good(get("/events?EventType=USER_OUTFLOWS_UNBLOCKED")).size());
}

} // namespace tests
