// Profile and legal details in a browser: saved with their version, wrong fields given back, stale
// pages that show both sides, and what a new identity costs.

#include "tests/site/account_forms.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

class ProfilePages : public WithForms<Trading> {
protected:
    /// What the profile's form of ana holds when nothing is changed.
    static Posted anas_profile()
    {
        return {{"person.first_name", "Ana"},        {"person.surname", "Martin"},
                {"person.birth_date", "1990-05-17"}, {"person.country_of_residence", "FR"},
                {"person.nationality", "FR"},        {"roles", "client"},
                {"legal_kind", "natural_person"},    {"language", "fr"}};
    }
    static Posted bens_profile()
    {
        auto profile = anas_profile();
        profile["person.first_name"] = "Ben";
        profile["person.surname"] = "Durand";
        profile["person.birth_date"] = "1985-02-03";
        profile["roles"] = "provider";
        profile["legal_kind"] = "company";
        profile["clientele"] = "both";
        return profile;
    }
    static Posted changed(Posted fields, const std::string& name, const std::string& value)
    {
        fields[name] = value;
        return fields;
    }
    std::string surname_of(const Someone& someone)
    {
        return get("/v1/me", someone.bearer).body["person"]["surname"];
    }
};

TEST_F(ProfilePages, ShowWhatIsStoredAndSaveIt)
{
    const auto page = get("/account/profile", ana.bearer);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "value=\"Martin\""));
    EXPECT_NE(page.header("cache-control").find("no-store"), std::string::npos);
    EXPECT_TRUE(says(page, "noindex"));

    const auto fields = changed(anas_profile(), "person.surname", "Šimůnková d’Or");
    EXPECT_EQ(leads_to(submit("/account/profile", fields, ana)), "/account/profile?done=saved");
    EXPECT_EQ(surname_of(ana), "Šimůnková d’Or");
    EXPECT_TRUE(says(get("/account/profile?done=saved", ana.bearer), "notice--good"));
    EXPECT_FALSE(says(get("/account/profile?done=anything", ana.bearer), "notice--good"));
}

TEST_F(ProfilePages, ExistInEnglishAndStayThere)
{
    const auto fields = changed(anas_profile(), "person.surname", "Smith");
    EXPECT_EQ(leads_to(submit("/en/account/profile", fields, ana)),
              "/en/account/profile?done=saved");
    EXPECT_EQ(surname_of(ana), "Smith");
}

TEST_F(ProfilePages, GiveBackWhatIsWrongWithWhatWasTyped)
{
    auto fields = changed(anas_profile(), "person.birth_date", "2020-01-01");
    fields["person.surname"] = "Encore \"Martin\" <b>";
    const auto again = submit("/account/profile", fields, ana);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "aria-invalid=\"true\""));
    EXPECT_TRUE(says(again, "18 ans"));
    EXPECT_TRUE(says(again, "Encore &quot;Martin&quot; &lt;b&gt;")) << "kept, and harmless";
    EXPECT_EQ(surname_of(ana), "Martin");
}

TEST_F(ProfilePages, LetWhatPolicyDoesNotDemandGo)
{
    auto fields = Posted{{"phone", ""}, {"address.line1", ""}, {"address.city", ""}};
    leads_to(submit("/account/legal", fields, ana));
    const auto me = get("/v1/me", ana.bearer).body;
    EXPECT_TRUE(me["phone"].is_null());
    EXPECT_TRUE(me["address"]["line1"].is_null());
    EXPECT_EQ(me["person"]["surname"], "Martin") << "the other page's part stays";

    const auto without = changed(anas_profile(), "person.nationality", "");
    EXPECT_EQ(submit("/account/profile", without, ana).status, 422) << "this it does demand";
}

TEST_F(ProfilePages, ShowBothVersionsWhenTheyAreStale)
{
    auto fields = changed(anas_profile(), "person.surname", "Typed");
    const auto page = get("/account/profile", ana.bearer).bytes;
    fields["key"] = hidden_in(page, "key");
    fields["version"] = hidden_in(page, "version");
    expect(200, patch("/v1/me", {{"person", {{"surname", "Stored"}}}}, ana.bearer,
                      get("/v1/me", ana.bearer).header("etag")));

    const auto stale = post_form("/account/profile", fields, ana);
    EXPECT_EQ(stale.status, 412);
    EXPECT_TRUE(says(stale, "Stored"));
    EXPECT_TRUE(says(stale, "value=\"Typed\""));
    EXPECT_EQ(surname_of(ana), "Stored");

    fields["version"] = hidden_in(stale.bytes, "version");
    fields["key"] = hidden_in(stale.bytes, "key");
    leads_to(post_form("/account/profile", fields, ana));
    EXPECT_EQ(surname_of(ana), "Typed") << "who has seen both decides";
}

TEST_F(ProfilePages, SayWhatANewIdentityCostsBeforeItIsMade)
{
    run_jobs();
    mailbox.mails.clear();
    const auto fields = changed(bens_profile(), "person.surname", "Autre");
    const auto asked = submit("/account/profile", fields, ben);
    EXPECT_EQ(asked.status, 409);
    EXPECT_TRUE(says(asked, "name=\"accepts_new_verification\""));
    EXPECT_TRUE(says(asked, "name=\"proof.mailed_code\""));
    EXPECT_TRUE(says(asked, "value=\"Autre\""));
    EXPECT_EQ(surname_of(ben), "Durand");
    run_jobs();
    EXPECT_EQ(mailbox.to(ben.email).size(), 1U) << "the code went out by itself";

    auto consenting = fields;
    const auto proof = proof_of(ben);
    consenting["accepts_new_verification"] = "true";
    consenting["proof.password"] = proof["password"];
    consenting["proof.mailed_code"] = "000000";
    const auto wrong = submit("/account/profile", consenting, ben);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "name=\"proof.mailed_code\""));
    EXPECT_FALSE(says(wrong, somebodys_password)) << "secrets never come back";

    consenting["proof.mailed_code"] = proof["mailed_code"];
    leads_to(submit("/account/profile", consenting, ben));
    EXPECT_EQ(surname_of(ben), "Autre");
}

TEST_F(ProfilePages, TakeAReasonInPlaceOfANumber) // RT-30
{
    const auto carl = given_a_member(client_profile("Carl"));
    leads_to(submit("/account/legal",
                    {{"phone", "+33612345678"},
                     {"company.siret", ""},
                     {"company.siret.none_because", "being_registered"}},
                    carl));
    EXPECT_EQ(get("/v1/me", carl.bearer).body["company"]["siret"]["none_because"],
              "being_registered");
    EXPECT_TRUE(says(get("/account/legal", carl.bearer), "being_registered"));
}

TEST_F(ProfilePages, AreForTheirOwnersAlone)
{
    for (const std::string path : {"/account/profile", "/account/legal"}) {
        EXPECT_EQ(leads_to(get(path)).find("/sign-in?next="), 0U) << path;
        EXPECT_EQ(get(path, given_staff().bearer).status, 404) << path;
    }
}

} // namespace

} // namespace tests
