// Signing up on the site, as each kind of newcomer and in both languages.

#include "tests/site/access_visits.hpp"

namespace tests {

namespace {

struct Newcomer {
    std::string role, kind;
    std::set<std::string> asked; // beside address, password and terms
};

const std::set<std::string> of_persons = {"person.surname", "person.first_name",
                                          "person.birth_date", "person.country_of_residence",
                                          "person.nationality"};
const std::set<std::string> of_businesses = {"company.legal_form", "company.siret",
                                             "company.siret.none_because", "company.vat_number",
                                             "company.vat_number.none_because"};

std::set<std::string> together(std::set<std::string> one, const std::set<std::string>& other)
{
    one.insert(other.begin(), other.end());
    return one;
}

const std::vector<Newcomer> newcomers = {
    {"client", "natural_person", of_persons},
    {"client", "company", together(together(of_persons, of_businesses), {"company.name"})},
    {"provider", "natural_person", together(of_persons, of_businesses)},
    {"provider", "company", together(together(of_persons, of_businesses), {"company.name"})},
};

class SiteSignUp : public Visiting {
protected:
    static Typed answers_of(const Newcomer& newcomer, const std::string& address)
    {
        const std::map<std::string, std::string> known = {
            {"person.surname", "Martin"},
            {"person.first_name", "Ana"},
            {"person.birth_date", "1990-05-17"},
            {"person.country_of_residence", "FR"},
            {"person.nationality", "BE"},
            {"company.name", "Atelier Ana"},
            {"company.legal_form", newcomer.kind == "company" ? "SARL" : "EI"},
            {"company.siret", "443 061 841 00047"},
            {"company.vat_number.none_because", "franchise_293b"}};
        Typed typed = {{"roles", newcomer.role},
                       {"legal_kind", newcomer.kind},
                       {"email", address},
                       {"password", "trois chevaux bleus rêvent"},
                       {"accepted_terms", "2026-01"}};
        for (const auto& name : newcomer.asked) {
            const auto value = known.find(name);
            typed.emplace_back(name, value == known.end() ? "" : value->second);
        }
        return typed;
    }

    static std::string form_of(const Newcomer& newcomer)
    {
        return "/sign-up?role=" + newcomer.role + "&kind=" + newcomer.kind;
    }
};

TEST_F(SiteSignUp, AsksExactlyWhatThePolicyDemandsOfEachKind) // RT-3
{
    for (const auto& newcomer : newcomers) {
        for (const std::string language : {"", "/en"}) {
            const auto page = get(language + form_of(newcomer));
            ASSERT_EQ(page.status, 200);
            EXPECT_EQ(fields_in(page),
                      together(newcomer.asked, {"key", "roles", "legal_kind", "email", "password",
                                                "accepted_terms"}))
                << newcomer.role << " " << newcomer.kind;
            EXPECT_TRUE(says(page, language + "/privacy")) << "RT-31";
            EXPECT_TRUE(says(page, language + "/terms/terms"));
            EXPECT_TRUE(says(page, "2026-01"));
            EXPECT_TRUE(says(page, language.empty() ? "(obligatoire)" : "(required)"));
        }
    }
}

TEST_F(SiteSignUp, AsksWhatAnotherPolicyDemands)
{
    policy = domain::policy::Policy::parse(
        R"({"name": "other", "fields": {"client": {"sign_up": ["phone", "address.country"]}}})");

    EXPECT_EQ(fields_in(get(form_of(newcomers[0]))),
              (std::set<std::string>{"key", "roles", "legal_kind", "email", "password", "phone",
                                     "address.country", "accepted_terms"}));
}

TEST_F(SiteSignUp, AsksWhomItIsForFirst)
{
    for (const auto* path :
         {"/sign-up", "/sign-up?role=staff&kind=company", "/sign-up?role=client"}) {
        const auto page = get(path);
        EXPECT_EQ(page.status, 200);
        for (const auto& newcomer : newcomers)
            EXPECT_TRUE(says(page, "role=" + newcomer.role + "&amp;kind=" + newcomer.kind)) << path;
    }
    EXPECT_EQ(send("/sign-up", {{"roles", "staff"}}).header("location"), "/sign-up");
}

TEST_F(SiteSignUp, OpensAnAccountOfEachKindInBothLanguages)
{
    int number = 0;
    for (const auto& newcomer : newcomers) {
        for (const std::string language : {"", "/en"}) {
            SCOPED_TRACE(newcomer.role + " " + newcomer.kind + " " + language);
            const auto address = "ana" + std::to_string(++number) + "@example.org";
            const auto sent = send(language + "/sign-up", answers_of(newcomer, address));
            ASSERT_EQ(sent.status, 303) << sent.bytes;
            EXPECT_EQ(sent.header("location"), language + "/sign-up/sent");
            EXPECT_EQ(get(sent.header("location")).status, 200);

            const auto link = language + "/email-verification?token=" + token_mailed_to(address);
            EXPECT_EQ(get(link).status, 200);
            EXPECT_EQ(get(link).status, 200) << "a scanner has been here";
            const Typed known = {{"email", address}, {"password", password}};
            EXPECT_EQ(send(language + "/sign-in", known).status, 422) << "nothing is confirmed yet";
            const auto done =
                send(language + "/email-verification",
                     {{"token", value_in(get(link), "token")}, {"password", password}});
            EXPECT_EQ(done.header("location"), language + "/sign-in?told=verified");

            const auto opened = send(language + "/sign-in", known);
            EXPECT_EQ(opened.header("location"), language + "/dashboard");
            const auto me = get_with("/v1/me", cookie_of(opened)).body;
            EXPECT_EQ(me["roles"], json::array({newcomer.role}));
            EXPECT_EQ(me["legal_kind"], newcomer.kind);
            EXPECT_EQ(me["language"], language.empty() ? "fr" : "en");
            if (newcomer.asked.contains("company.siret")) {
                EXPECT_EQ(me["company"]["siret"], "44306184100047");
                EXPECT_EQ(me["company"]["vat_number"]["none_because"], "franchise_293b");
            }
        }
    }
}

TEST_F(SiteSignUp, ComesBackWithWhatWasTypedButNoSecret)
{
    const Newcomer& ana = newcomers[1];
    auto typed = answers_of(ana, "ana@example.org");
    typed.insert(typed.begin(), {{"person.surname", ""},
                                 {"person.first_name", "\"><script>alert(1)</script>"},
                                 {"company.vat_number", "FR12"}});

    const auto page = send("/sign-up", typed);

    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(says(page, "role=\"alert\""));
    EXPECT_TRUE(says(page, "href=\"#f-person-surname\""));
    EXPECT_TRUE(says(page, "aria-invalid=\"true\""));
    EXPECT_TRUE(says(page, "Ce champ est obligatoire."));
    EXPECT_EQ(value_in(page, "email"), "ana@example.org");
    EXPECT_EQ(value_in(page, "company.vat_number"), "FR12");
    EXPECT_EQ(value_in(page, "roles"), "client");
    EXPECT_TRUE(says(page, "checked")) << "the terms";
    EXPECT_TRUE(says(page, "value=\"BE\" selected"));
    EXPECT_FALSE(says(page, "<script>alert"));
    EXPECT_FALSE(says(page, "chevaux"));
    EXPECT_EQ(count("accounts"), 0);
}

TEST_F(SiteSignUp, WantsTheTermsInForce)
{
    auto typed = answers_of(newcomers[0], "ana@example.org");
    typed.insert(typed.begin(), {"accepted_terms", "2019-01"});
    EXPECT_TRUE(says(send("/sign-up", typed), "La version en vigueur est 2026-01."));
    typed.front().second = "";
    EXPECT_EQ(send("/sign-up", typed).status, 422);
    EXPECT_EQ(count("accounts"), 0);
}

TEST_F(SiteSignUp, AnswersAlikeForAKnownAddress)
{
    const auto first = send("/sign-up", answers_of(newcomers[0], email));
    const auto token = token_mailed_to(email);
    send("/email-verification", {{"token", token}, {"password", password}});

    const auto second = send("/sign-up", answers_of(newcomers[0], email));

    EXPECT_EQ(second.status, first.status);
    EXPECT_EQ(second.header("location"), first.header("location"));
    EXPECT_EQ(second.bytes, first.bytes);
    EXPECT_EQ(token_mailed_to(email), "");
}

TEST_F(SiteSignUp, ADoubleClickSignsUpOnce)
{
    auto typed = answers_of(newcomers[0], email);
    typed.emplace_back("key", domain::uuid_v4());
    for (const auto* time : {"once", "twice"})
        EXPECT_EQ(send("/sign-up", typed).status, 303) << time;
    run_jobs();
    EXPECT_EQ(mailbox.to(email).size(), 1U);
    EXPECT_EQ(count("accounts"), 1);
}

TEST_F(SiteSignUp, TakesFormsOfOurOwnPagesOnly)
{
    const auto typed = answers_of(newcomers[0], email);
    const std::vector<std::map<std::string, std::string>> forged = {
        {{"origin", "https://evil.example"}},
        {{"origin", "null"}},
        {{"origin", "https://evil.example"}, {"sec-fetch-site", "same-origin"}},
        {{"origin", ""}},
        {{"origin", ""}, {"sec-fetch-site", "cross-site"}},
        {{"origin", ""}, {"sec-fetch-site", "same-site"}}};
    for (const auto& headers : forged)
        EXPECT_EQ(send("/sign-up", typed, headers).status, 403);
    EXPECT_EQ(count("accounts"), 0);
    EXPECT_EQ(send("/sign-up", typed, {{"origin", ""}, {"sec-fetch-site", "same-origin"}}).status,
              303);
}

} // namespace

} // namespace tests
