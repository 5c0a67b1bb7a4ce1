#include "tests/support/people.hpp"

namespace tests {

namespace {

class SigningUp : public Populated {
protected:
    json ana = {{"email", "Ana@Example.org"},
                {"password", "trois chevaux bleus rêvent"},
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
};

TEST_F(SigningUp, WaitsForTheAddressToBeVerified)
{
    const auto answer = post("/v1/accounts", ana);

    EXPECT_EQ(answer.status, 202) << answer.bytes;
    EXPECT_EQ(answer.body, (json{{"status", "verification_mail_sent"}}));
    EXPECT_EQ(
        post("/v1/sessions", {{"email", "ana@example.org"}, {"password", ana["password"]}}).status,
        401);
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
                                     "person.nationality", "company.name", "company.legal_form",
                                     "company.siret", "company.vat_number"}));
    EXPECT_EQ(count("accounts"), 0);
}

TEST_F(SigningUp, SignedInPeopleSeeThemselves)
{
    const auto someone = given_a_provider();

    const auto me = get("/v1/me", someone.bearer);

    EXPECT_EQ(me.status, 200);
    EXPECT_EQ(me.body["person"]["first_name"], "Ben");
    EXPECT_EQ(me.body["company"]["siret"], "44306184100047");
    EXPECT_EQ(get("/v1/me").status, 401);
}

} // namespace

} // namespace tests
