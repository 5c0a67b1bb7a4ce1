#include "domain/storage/failures.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/support/people.hpp"

namespace tests {

namespace {

class SigningUp : public Populated {
protected:
    const std::string password = "trois chevaux bleus rêvent";
    json ana = {{"email", "Ana@Example.org"},
                {"password", password},
                {"roles", {"client"}},
                {"accepted_terms", "2026-01"},
                {"person",
                 {{"surname", "Martin"},
                  {"first_name", "Ana"},
                  {"birth_date", "1990-05-17"},
                  {"country_of_residence", "FR"},
                  {"nationality", "FR"}}}};

    static std::set<std::string> wrong_fields(const Answer& answer)
    {
        std::set<std::string> fields;
        for (const auto& error : answer.body["errors"])
            fields.insert(error["field"].get<std::string>());
        return fields;
    }

    Answer sign_in(const std::string& with = "trois chevaux bleus rêvent")
    {
        return post("/v1/sessions", {{"email", "ana@example.org"}, {"password", with}});
    }

    Answer verify(const std::string& token, const std::string& with = "trois chevaux bleus rêvent")
    {
        return post("/v1/email-verifications", {{"token", token}, {"password", with}});
    }
};

TEST_F(SigningUp, OpensTheAccountOnceTheAddressIsVerified)
{
    const auto answer = post("/v1/accounts", ana);
    EXPECT_EQ(answer.status, 202) << answer.bytes;
    EXPECT_EQ(sign_in().status, 401);

    run_jobs();
    const auto mails = mailbox.to("ana@example.org");
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(verify(token_in(mails[0])).status, 200);

    const auto session = sign_in();
    ASSERT_EQ(session.status, 201) << session.bytes;
    const auto me = get("/v1/me", session.body["token"]);
    EXPECT_EQ(me.body["email"], "ana@example.org");
    EXPECT_EQ(me.body["person"]["birth_date"], "1990-05-17");
    EXPECT_EQ(me.body["email_verified"], true);
}

TEST_F(SigningUp, LinksWorkOnceAndForThreeDays)
{
    post("/v1/accounts", ana);
    run_jobs();
    const auto token = token_in(mailbox.to("ana@example.org").at(0));

    EXPECT_EQ(verify(token).status, 200);
    EXPECT_EQ(verify(token).status, 422);

    ana["email"] = "late@example.org";
    post("/v1/accounts", ana);
    run_jobs();
    now += std::chrono::days{3} + std::chrono::seconds{1};
    EXPECT_EQ(verify(token_in(mailbox.to("late@example.org").at(0))).status, 422);
}

TEST_F(SigningUp, AnswersAlikeForAKnownAddressAndTellsItsOwner)
{
    const auto first = post("/v1/accounts", ana);
    run_jobs();
    verify(token_in(mailbox.to("ana@example.org").at(0)));

    auto again = ana;
    again["password"] = "un autre secret bien long";
    const auto second = post("/v1/accounts", again);
    run_jobs();

    EXPECT_EQ(second.status, first.status);
    EXPECT_EQ(second.bytes, first.bytes);
    const auto mails = mailbox.to("ana@example.org");
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(token_in(mails[1]), "");
    EXPECT_NE(readable(mails[1]).find("déjà un compte"), std::string::npos);
    EXPECT_EQ(sign_in("un autre secret bien long").status, 401);
    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(SigningUp, UnverifiedAccountsVanishAfterAWeek)
{
    post("/v1/accounts", ana);
    run_jobs();
    EXPECT_EQ(count("accounts"), 1);

    now += std::chrono::days{8};
    run_jobs();

    EXPECT_EQ(count("accounts"), 0);
    EXPECT_EQ(count("account_identity"), 0);
    EXPECT_EQ(count("terms_acceptances"), 0);
}

TEST_F(SigningUp, NamesEveryMissingFieldAtOnce)
{
    const auto answer =
        post("/v1/accounts",
             {{"email", "x"}, {"roles", {"provider"}}, {"person", {{"surname", "Durand"}}}});

    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(wrong_fields(answer),
              (std::set<std::string>{"email", "password", "accepted_terms", "person.first_name",
                                     "person.birth_date", "person.country_of_residence",
                                     "person.nationality", "company.legal_form", "company.siret",
                                     "company.vat_number"}));
    EXPECT_EQ(count("accounts"), 0);
}

TEST_F(SigningUp, OnlyAnEmailAndPasswordWhereThePolicyAsksNoMore)
{
    policy = domain::policy::Policy::parse(R"({"name": "bare", "fields": {}})");
    ana.erase("person");

    EXPECT_EQ(post("/v1/accounts", ana).status, 202);
}

TEST_F(SigningUp, ChecksWhatItIsTold)
{
    ana["roles"] = {"client", "provider"};
    ana["legal_kind"] = "company";
    ana["person"]["birth_date"] = "2008-11-24"; // 18 tomorrow
    ana["person"]["nationality"] = "XX";
    ana["company"] = {{"name", "Atelier"},
                      {"legal_form", "SARL"},
                      {"siret", "44306184100048"},
                      {"vat_number", "FR00443061841"}};

    EXPECT_EQ(wrong_fields(post("/v1/accounts", ana)),
              (std::set<std::string>{"person.birth_date", "person.nationality", "company.siret",
                                     "company.vat_number"}));

    ana["person"]["birth_date"] = "2008-11-23"; // 18 today
    ana["person"]["nationality"] = "BE";
    ana["company"]["siret"] = "44306184100047";
    ana["company"]["vat_number"] = {{"none_because", "franchise_293b"}};
    EXPECT_EQ(post("/v1/accounts", ana).status, 202);
}

TEST_F(SigningUp, AsksASoleTraderForNoTradeName) // T9
{
    ana["roles"] = {"provider"};
    ana["company"] = {{"legal_form", "Micro-entreprise"},
                      {"siret", "44306184100047"},
                      {"vat_number", {{"none_because", "franchise_293b"}}}};
    for (const auto* kind : {"natural_person", "company"}) {
        ana["legal_kind"] = kind;
        ana["email"] = std::string(kind) + "@example.org";
        EXPECT_EQ(post("/v1/accounts", ana).status, 202) << kind;
    }
    ana["company"]["legal_form"] = "SARL";
    EXPECT_EQ(wrong_fields(post("/v1/accounts", ana)), (std::set<std::string>{"company.name"}));
}

TEST_F(SigningUp, TakesNoCompanysFormForANaturalPerson) // T9
{
    ana["company"] = {{"name", "Atelier"}, {"siret", "44306184100047"}};
    for (const auto* form : {"SARL", "SASU", "Association", "GmbH"}) {
        ana["company"]["legal_form"] = form;
        for (const auto* role : {"client", "provider"}) {
            ana["roles"] = {role};
            const auto refused = post("/v1/accounts", ana);
            EXPECT_TRUE(wrong_fields(refused).contains("company.legal_form")) << form << role;
        }
    }
    ana["roles"] = {"client"};
    ana["company"]["legal_form"] = "EI";
    EXPECT_EQ(post("/v1/accounts", ana).status, 202);
}

TEST_F(SigningUp, RefusesAPasswordThatIsEasyToGuess)
{
    for (const auto* weak : {"court", "motdepasse123", "MartinAna1990!", "aaaaaaaaaaaaaaaa"}) {
        ana["password"] = weak;
        EXPECT_EQ(wrong_fields(post("/v1/accounts", ana)), (std::set<std::string>{"password"}))
            << weak;
    }
    ana["password"] = std::string("null\0character in it", 20);
    EXPECT_EQ(post("/v1/accounts", ana).status, 422);
    ana["password"] = std::string(1025, 'x');
    EXPECT_EQ(post("/v1/accounts", ana).status, 422);
}

TEST_F(SigningUp, RecordsWhichTermsWereAccepted)
{
    ana["accepted_terms"] = "2019-01";
    EXPECT_EQ(wrong_fields(post("/v1/accounts", ana)), (std::set<std::string>{"accepted_terms"}));

    ana["accepted_terms"] = "2026-01";
    post("/v1/accounts", ana);

    EXPECT_EQ(count("terms_acceptances"), 1);
    EXPECT_THROW(db.transaction([](domain::Transaction& tx) {
        tx.run("UPDATE terms_acceptances SET version = 'x'");
    }),
                 domain::storage::ConstraintViolated);
    EXPECT_THROW(
        db.transaction([](domain::Transaction& tx) { tx.run("DELETE FROM terms_acceptances"); }),
        domain::storage::ConstraintViolated);
}

TEST_F(SigningUp, DoneTwiceWithOneKeyIsDoneOnce)
{
    const With with{.key = "the-same-key-twice"};
    const auto first = call("POST", "/v1/accounts", ana.dump(), with);
    const auto second = call("POST", "/v1/accounts", ana.dump(), with);

    EXPECT_EQ(second.bytes, first.bytes);
    EXPECT_EQ(count("accounts"), 1);
}

TEST_F(SigningUp, NothingPersonalRestsInTheClear)
{
    post("/v1/accounts", ana);
    run_jobs();

    const auto rows = db.read([](domain::Transaction& tx) {
        return tx.all<std::string>(R"(
            SELECT COALESCE(i.surname, '') || COALESCE(i.first_name, '') || COALESCE(c.email, '')
                   || COALESCE(p.password_hash, '') || e.detail
              FROM account_identity i
              JOIN account_contact c ON c.account_id = i.account_id
              JOIN account_credentials p ON p.account_id = i.account_id
             CROSS JOIN events e)");
    });

    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        EXPECT_EQ(row.find("Martin"), std::string::npos);
        EXPECT_EQ(row.find("example.org"), std::string::npos);
        EXPECT_EQ(row.find("argon2"), std::string::npos);
    }
}

} // namespace

} // namespace tests
