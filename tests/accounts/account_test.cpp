#include "domain/payees/billing.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/support/people.hpp"

namespace tests {

namespace {

class OwnAccount : public Populated {
protected:
    static std::set<std::string> wrong_fields(const Answer& answer)
    {
        std::set<std::string> fields;
        for (const auto& error : answer.body["errors"])
            fields.insert(error["field"].get<std::string>());
        return fields;
    }

    domain::profiles::Profile bare_provider()
    {
        auto profile = provider_profile("Ben");
        profile.contact.phone = "";
        profile.contact.address = {"", "", "", "", domain::Country()};
        profile.company.vat_regime.reset();
        profile.company.capital = "";
        profile.company.rcs_city = "";
        return profile;
    }
};

TEST_F(OwnAccount, IsEditedByWhoReadIt)
{
    const auto ana = given_a_client();
    const auto read = get("/v1/me", ana.bearer);
    const json patch_body = {{"person", {{"surname", "Dupont"}}}, {"language", "en"}};

    EXPECT_EQ(patch("/v1/me", patch_body, ana.bearer).status, 428);
    const auto edited = patch("/v1/me", patch_body, ana.bearer, read.header("etag"));
    ASSERT_EQ(edited.status, 200) << edited.bytes;
    EXPECT_EQ(edited.body["person"]["surname"], "Dupont");
    EXPECT_EQ(edited.body["person"]["first_name"], "Ana");
    EXPECT_EQ(get("/v1/me", ana.bearer).bytes, edited.bytes);

    EXPECT_EQ(patch("/v1/me", patch_body, ana.bearer, read.header("etag")).status, 412);
}

TEST_F(OwnAccount, KeepsWhatThePolicyMakesMandatory)
{
    const auto ana = given_a_client();
    const auto etag = get("/v1/me", ana.bearer).header("etag");

    const auto erased = patch("/v1/me", {{"person", {{"surname", nullptr}}}}, ana.bearer, etag);
    EXPECT_EQ(wrong_fields(erased), (std::set<std::string>{"person.surname"}));

    const auto provider = patch("/v1/me", {{"roles", {"client", "provider"}}}, ana.bearer, etag);
    EXPECT_EQ(wrong_fields(provider),
              (std::set<std::string>{"company.legal_form", "company.siret", "company.vat_number"}));
    EXPECT_EQ(wrong_fields(patch("/v1/me", {{"email", "x@example.org"}}, ana.bearer, etag)),
              (std::set<std::string>{"email"}));
}

TEST_F(OwnAccount, LegalDetailsSayWhatAStepStillNeeds)
{
    const auto ben = given_a_member(bare_provider());
    const auto before = get("/v1/me/legal-details", ben.bearer);
    EXPECT_EQ(before.body["steps"]["becoming_payable"]["missing"],
              (json{"address.city", "address.country", "address.line1", "address.postcode",
                    "company.capital", "company.rcs_city", "company.vat_regime", "phone"}));

    const auto written = put("/v1/me/legal-details",
                             {{"phone", "+33687654321"},
                              {"address",
                               {{"line1", "5 quai du Port"},
                                {"postcode", "13002"},
                                {"city", "Marseille"},
                                {"country", "FR"}}},
                              {"company",
                               {{"name", "Atelier Ben SARL"},
                                {"legal_form", "SARL"},
                                {"siret", "44306184100047"},
                                {"vat_number", {{"none_because", "franchise_293b"}}},
                                {"vat_regime", "franchise"},
                                {"capital", "5 000 EUR"},
                                {"rcs_city", "Marseille"}}}},
                             ben.bearer, before.header("etag"));

    ASSERT_EQ(written.status, 200) << written.bytes;
    EXPECT_EQ(written.body["steps"]["becoming_payable"]["missing"], json::array());
    const auto identity = db.read(
        [&](domain::Transaction& tx) { return domain::payees::billing_identity(tx, ben.id); });
    EXPECT_EQ(identity.name.text(), "Atelier Ben SARL");
    EXPECT_EQ(identity.siren, "443061841");
    EXPECT_EQ(identity.address.city, "Marseille");
}

TEST_F(OwnAccount, AStandardRegimeNeedsItsVatNumber)
{
    auto profile = provider_profile("Ben");
    profile.company.vat_number = "";
    profile.company.vat_none_because = "not_taxable";

    EXPECT_EQ(domain::payees::missing_for(profile, policy, domain::policy::Step::becoming_payable),
              (std::vector<std::string>{"company.vat_number"}));
    profile.company.vat_regime = domain::profiles::VatRegime::franchise;
    EXPECT_TRUE(domain::payees::missing_for(profile, policy, domain::policy::Step::becoming_payable)
                    .empty());
}

TEST_F(OwnAccount, AStepRefusesByNameWithEveryMissingField)
{
    auto profile = client_profile("Ana");
    profile.contact.address = {"", "", "", "", domain::Country()};
    const auto ana = given_a_member(profile);

    try {
        db.read([&](domain::Transaction& tx) {
            domain::payees::require_complete(tx, policy, ana.id,
                                             domain::policy::Step::quote_acceptance);
        });
        FAIL() << "an address is missing";
    } catch (const domain::Refused& refused) {
        EXPECT_EQ(refused.why(), domain::Refusal::action_unavailable);
        EXPECT_NE(refused.detail().en.find("quote_acceptance"), std::string::npos);
        EXPECT_EQ(refused.fields().size(), 4U);
    }
}

TEST_F(OwnAccount, BecomesPayableStepByStep)
{
    const auto ben = given_a_provider();
    const auto reasons = [&] { return get("/v1/me/payable", ben.bearer).body["reasons"]; };
    EXPECT_EQ(reasons(), (json{"mandate_not_accepted", "mangopay_terms_not_accepted",
                               "identity_not_verified", "no_payout_recipient"}));

    EXPECT_EQ(post("/v1/me/acceptances",
                   {{"document", "invoicing_mandate"}, {"version", "2019-01"}}, ben.bearer)
                  .status,
              422);
    EXPECT_EQ(post("/v1/me/acceptances",
                   {{"document", "invoicing_mandate"}, {"version", "2026-01"}}, ben.bearer)
                  .status,
              201);
    EXPECT_EQ(reasons(), (json{"mangopay_terms_not_accepted", "identity_not_verified",
                               "no_payout_recipient"}));
    const auto mangopay = get("/v1/terms/mangopay_terms").body["version"];
    EXPECT_EQ(post("/v1/me/acceptances", {{"document", "mangopay_terms"}, {"version", mangopay}},
                   ben.bearer)
                  .status,
              201);
    EXPECT_EQ(reasons(), (json{"identity_not_verified", "no_payout_recipient"}));
    db.transaction([&](domain::Transaction& tx) {
        domain::payees::write_payable_state(tx, ben.id, {"user_m_1", true, true});
    });

    EXPECT_EQ(get("/v1/me/payable", ben.bearer).body,
              (json{{"payable", true}, {"reasons", json::array()}}));
}

TEST_F(OwnAccount, TermsAreShownAndTheirAcceptanceProved)
{
    const auto shown = get("/v1/terms/invoicing_mandate");
    ASSERT_EQ(shown.status, 200);
    EXPECT_NE(shown.body["text"].get<std::string>().find("Entremise Démo SAS"), std::string::npos);
    const auto notice = get("/v1/terms/privacy_notice").body["text"].get<std::string>();
    EXPECT_NE(notice.find("CNIL"), std::string::npos);
    EXPECT_EQ(get("/v1/terms/poem").status, 404);

    const auto ben = given_a_provider();
    post("/v1/me/acceptances", {{"document", "invoicing_mandate"}, {"version", "2026-01"}},
         ben.bearer);
    const auto items = get("/v1/me/acceptances", ben.bearer).body["items"];
    ASSERT_EQ(items.size(), 2U); // the terms, at sign-up
    EXPECT_EQ(items[1]["document"], "invoicing_mandate");
    EXPECT_EQ(items[1]["text_sha256"], shown.body["sha256"]);
    EXPECT_EQ(items[1]["accepted_at"], domain::to_text(now));
}

} // namespace

} // namespace tests
