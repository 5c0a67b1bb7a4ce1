// A verified identity is bound to what was verified: becoming another party costs the verification,
// the mandate and payouts, wants proof, and is known to Mangopay and to the owner.

#include <gmock/gmock.h>

#include <regex>

#include "domain/access/credential_store.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/totp.hpp"
#include "domain/core/check.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/payments/paying.hpp"

namespace {

using namespace tests;
using namespace std::chrono_literals;
using payments::Role;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Mangopay on a day on which it takes no new identity.
class Refusing : public payments::mangopay::Client {
public:
    using Client::Client;
    payments::Outcome update_user(const payments::UserId&, const payments::NewUser&) override
    {
        return payments::Rejected{400, "param_error", ""};
    }
};

class VerifiedIdentity : public Paying {
protected:
    static constexpr auto password = "correct horse battery staple";

    Someone ben = given_a_verified_provider();

    void SetUp() override
    {
        db.transaction([&](domain::Transaction& tx) {
            domain::access::write_password(tx, ben.id, domain::password_hash(password));
        });
        travel(1h); // the mandate was given before
    }

    Answer change(json patch, const json& proof = json())
    {
        if (!proof.is_null()) {
            patch["accepts_new_verification"] = true;
            patch["proof"] = proof;
        }
        return call("PATCH", "/v1/me", patch.dump(),
                    {.bearer = ben.bearer,
                     .headers = {{"if-match", get("/v1/me", ben.bearer).header("etag")}}});
    }
    static json named(const char* surname) { return {{"person", {{"surname", surname}}}}; }

    std::string mailed_code()
    {
        EXPECT_EQ(post("/v1/me/proof-codes", json::object(), ben.bearer).status, 202);
        run_jobs();
        std::smatch found;
        const auto text = readable(mailbox.to(ben.email).back());
        EXPECT_TRUE(std::regex_search(text, found, std::regex("\\n([0-9]{8})\\r?\\n"))) << text;
        return found[1];
    }
    /// Minutes later: tries are counted.
    json proof()
    {
        travel(2min);
        return {{"password", password}, {"mailed_code", mailed_code()}};
    }

    std::vector<std::string> mails_told()
    {
        std::vector<std::string> texts;
        for (const auto& mail : mailbox.to(ben.email))
            texts.push_back(readable(mail));
        return texts;
    }

    std::vector<std::string> reasons() { return get("/v1/me/payable", ben.bearer).body["reasons"]; }
    std::string user(Role role) { return user_of(ben, role); }
    void accept_the_mandate_again()
    {
        EXPECT_EQ(post("/v1/me/acceptances",
                       {{"document", "invoicing_mandate"}, {"version", platform.mandate_version}},
                       ben.bearer)
                      .status,
                  201);
    }
    std::set<std::string> wrong_fields(const Answer& answer)
    {
        std::set<std::string> fields;
        for (const auto& error : answer.body.value("errors", json::array()))
            fields.insert(error.at("field").get<std::string>());
        return fields;
    }
    void verify_again()
    {
        travel(1min);
        EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 201);
        decide_identity(ben);
    }
};

TEST_F(VerifiedIdentity, IsNotChangedWithoutKnowingWhatItCosts)
{
    ASSERT_THAT(reasons(), IsEmpty());
    const auto told = change(named("Victim"));

    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(told.body["title"], "verification_at_stake");
    EXPECT_EQ(wrong_fields(told), (std::set<std::string>{"person.surname"}));
    EXPECT_THAT(reasons(), IsEmpty());

    const auto unproved = change(named("Victim"), json::object());
    EXPECT_EQ(unproved.status, 422);
    EXPECT_EQ(wrong_fields(unproved),
              (std::set<std::string>{"proof.password", "proof.mailed_code"}));
    EXPECT_EQ(get("/v1/me", ben.bearer).body["person"]["surname"], "Durand");
}

TEST_F(VerifiedIdentity, IsWhateverMangopayAndTheMandateKnowHimBy)
{
    const json changes[] = {
        {{"person", {{"surname", "Victim"}}}},
        {{"person", {{"first_name", "Somebody"}}}},
        {{"person", {{"birth_date", "1970-01-01"}}}},
        {{"person", {{"nationality", "BE"}}}},
        {{"company", {{"name", "Honest Victim SARL"}}}},
        {{"company", {{"legal_form", "SAS"}}}},
        {{"company", {{"siret", "54206547900009"}, {"vat_number", "FR82542065479"}}}},
        {{"company", {{"siret", "44306184100013"}}}}};
    for (const auto& one : changes)
        EXPECT_EQ(change(one).body["title"], "verification_at_stake") << one;
    const json alone = {{"legal_kind", "natural_person"}, {"company", {{"legal_form", "EI"}}}};
    EXPECT_EQ(change(alone).body["title"], "action_unavailable");

    EXPECT_EQ(change({{"phone", "+33611111111"}, {"address", {{"line1", "9 rue Neuve"}}}}).status,
              200);
    EXPECT_THAT(reasons(), IsEmpty());
}

TEST_F(VerifiedIdentity, IsTheSameHoweverItsNamesAreSpelled)
{
    const json spellings[] = {{{"person", {{"surname", "DURAND"}}}},
                              {{"person", {{"first_name", "Bén"}}}},
                              {{"company", {{"name", "ATELIER-BEN  sarl"}}}}};
    for (const auto& one : spellings)
        EXPECT_EQ(change(one).status, 200) << one;
    settle_down();
    EXPECT_EQ(get("/v1/me", ben.bearer).body["person"]["surname"], "DURAND");
    EXPECT_THAT(reasons(), IsEmpty());
    EXPECT_EQ(mangopay.user(payments::UserId(user(Role::owner)))->kyc_level,
              payments::KycLevel::regular)
        << "which Mangopay takes away for a name that is sent again";
    EXPECT_EQ(change(named("Du Rand")).body["title"], "verification_at_stake");
}

TEST_F(VerifiedIdentity, IsLostWithItsMandateUntilMangopayHasVerifiedTheOther)
{
    EXPECT_EQ(change(named("Victim"), proof()).status, 200);
    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted", "identity_not_verified"));
    settle_down();
    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted", "identity_not_verified"));
    EXPECT_THAT(mails_told(), Contains(HasSubstr("viennent d'être changées")));
    const auto owner = mangopay.user(payments::UserId(user(Role::owner)));
    EXPECT_EQ(owner->kyc_level, payments::KycLevel::light) << "Mangopay was told";

    travel(1min);
    accept_the_mandate_again();
    EXPECT_THAT(reasons(), ElementsAre("identity_not_verified"));
    verify_again();
    EXPECT_THAT(reasons(), IsEmpty());
}

TEST_F(VerifiedIdentity, IsNotRegainedByALevelThatMangopayNeverTookAway)
{
    EXPECT_EQ(change({{"company", {{"name", "Honest Victim SARL"}}}}, proof()).status, 200);
    settle_down();
    heal(2);
    const auto owner = mangopay.user(payments::UserId(user(Role::owner)));
    ASSERT_EQ(owner->kyc_level, payments::KycLevel::regular) << "a name does not downgrade";
    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted", "identity_not_verified"));
    const auto hurdle = get("/v1/me/payout-eligibility", ben.bearer).body["hurdles"][1];
    EXPECT_EQ(hurdle["action"], "verify_identity");

    verify_again();
    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted"));
}

TEST_F(VerifiedIdentity, IsNotTheOneOfAVerificationThatBeganBefore)
{
    EXPECT_EQ(change({{"company", {{"name", "Un SARL"}}}}, proof()).status, 200);
    settle_down();
    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 201);
    travel(1min);
    EXPECT_EQ(change({{"company", {{"name", "Deux SARL"}}}}).status, 200) << "nothing is at stake";
    decide_identity(ben);

    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted", "identity_not_verified"));
    verify_again();
    EXPECT_THAT(reasons(), ElementsAre("mandate_not_accepted"));
}

TEST_F(VerifiedIdentity, IsProvedByTheCodeOfWhoeverHasAnAuthenticator)
{
    const auto secret = domain::access::fresh_totp_secret();
    db.transaction([&](domain::Transaction& tx) {
        domain::access::write_totp(tx, ben.id, secret);
        domain::access::confirm_totp(tx, ben.id);
    });
    EXPECT_EQ(wrong_fields(change(named("Victim"), proof())),
              (std::set<std::string>{"proof.code"}));
    const auto code = domain::access::code_at(secret, now);
    EXPECT_EQ(change(named("Victim"), {{"code", code}}).status, 200);
}

TEST_F(VerifiedIdentity, IsProvedByACodeOnceAndSoon)
{
    const auto asked = proof();
    EXPECT_EQ(wrong_fields(change(named("Victim"),
                                  {{"password", "wrong"}, {"mailed_code", asked["mailed_code"]}})),
              (std::set<std::string>{"proof.password"}));
    travel(16min);
    EXPECT_EQ(wrong_fields(change(named("Victim"), asked)),
              (std::set<std::string>{"proof.mailed_code"}));
    auto typed = proof();
    const auto code = typed["mailed_code"].get<std::string>();
    typed["mailed_code"] = code.substr(0, 4) + " " + code.substr(4);
    EXPECT_EQ(change(named("Victim"), typed).status, 200);
}

TEST_F(VerifiedIdentity, StaysAsLongAsSomebodyWaitsForItsWork)
{
    const auto order = given_an_order(given_a_client(), ben);
    const auto kept = change(named("Victim"), proof());
    EXPECT_EQ(kept.status, 409);
    EXPECT_EQ(kept.body["title"], "action_unavailable");
    EXPECT_THAT(kept.body["detail"].get<std::string>(), HasSubstr(order));
    EXPECT_EQ(change({{"company", {{"siret", "54206547900009"}, {"vat_number", "FR82542065479"}}}},
                     proof())
                  .status,
              409);
    EXPECT_EQ(change({{"company", {{"name", "Atelier du Port SARL"}}}}, proof()).status, 200)
        << "a company may take another name";
}

TEST_F(VerifiedIdentity, ThatMangopayRefusesIsToldWithWhatToMend)
{
    Refusing refusing({{stand_in.url(), "entremise-demo", "demo-api-key"}, true},
                      payments::mangopay::curl_http({}), clock);
    use_gateway(refusing);
    EXPECT_EQ(change(named("Victim"), proof()).status, 200);
    settle_down();
    const auto hurdles = get("/v1/me/payout-eligibility", ben.bearer).body["hurdles"];
    EXPECT_THAT(hurdles.dump(), HasSubstr("details_refused_by_mangopay"));
    use_gateway(mangopay);
}

TEST_F(VerifiedIdentity, IsToldToMangopayAlsoWhenMangopayWasAway)
{
    fault("server_error", "PUT /sca/users/legal/:id", 2);
    EXPECT_EQ(change(named("Victim"), proof()).status, 200);
    heal(3);
    const auto owner = mangopay.user(payments::UserId(user(Role::owner)));
    EXPECT_EQ(owner->kyc_level, payments::KycLevel::light);
}

} // namespace
