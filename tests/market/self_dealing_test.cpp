// Nobody deals with itself: two accounts of one person, or of one business, are known by what they
// say of themselves or have said, however they spell it.

#include "domain/profiles/one_party.hpp"
#include "domain/profiles/profile_store.hpp"
#include "tests/market/quoting.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;
using domain::profiles::Company;
using domain::profiles::Profile;

class SelfDealing : public Trading {
protected:
    static Profile named(Profile profile, const std::string& first_name, const std::string& surname,
                         const std::string& birth_date)
    {
        profile.person.first_name = first_name;
        profile.person.surname = surname;
        profile.person.birth_date = birth_date;
        return profile;
    }
    static Profile company_client(const Company& company)
    {
        auto profile = client_profile("Zoe");
        profile.is_company = true;
        profile.company = company;
        return profile;
    }
    static Profile jean()
    {
        return named(provider_profile("Jean"), "Jean-Pierre", "Lefèvre d'Œuvre", "1980-01-02");
    }

    Answer ask(const Someone& client, const Someone& provider)
    {
        return post("/v1/requests",
                    {{"providers", {provider.id.text()}}, {"need", "Ourler douze rideaux."}},
                    client.bearer);
    }
    void expect_refused(const Answer& answer)
    {
        EXPECT_EQ(answer.status, 422) << answer.bytes;
        EXPECT_EQ(answer.body["errors"][0]["field"], "providers[0]");
        EXPECT_EQ(answer.body["errors"][0]["detail"], domain::profiles::deals_with_itself().fr);
    }
    Answer change(const Someone& someone, const json& patch)
    {
        return this->patch("/v1/me", patch, someone.bearer,
                           get("/v1/me", someone.bearer).header("etag"));
    }
    Answer rename(const Someone& someone, const std::string& first_name, const std::string& surname,
                  const std::string& birth_date)
    {
        return change(
            someone,
            {{"person",
              {{"first_name", first_name}, {"surname", surname}, {"birth_date", birth_date}}}});
    }
};

TEST_F(SelfDealing, IsRefusedToWhoeverHasTheSameSiren)
{
    const auto ours = provider_profile("Ben").company;
    auto other_place = ours;
    other_place.siret = "44306184100013";
    auto by_vat_alone = ours;
    by_vat_alone.siret.clear();
    by_vat_alone.siret_none_because = "being_registered";
    for (const auto& company : {ours, other_place, by_vat_alone})
        expect_refused(ask(given_a_member(company_client(company)), ben));

    auto another = ours;
    another.siret = "54206547900009";
    another.vat_number = "FR82542065479";
    EXPECT_EQ(ask(given_a_member(company_client(another)), ben).status, 201);
    EXPECT_EQ(ask(ana, ben).status, 201);
}

TEST_F(SelfDealing, IsRefusedToWhoeverHasTheSameNumberAbroad)
{
    auto abroad = provider_profile("Ben");
    abroad.company.siret.clear();
    abroad.company.siret_none_because = "foreign_company";
    abroad.company.vat_number = "DE123456788";
    const auto hans = given_a_member(abroad);
    expect_refused(ask(given_a_member(company_client(abroad.company)), hans));
    abroad.company.vat_number.clear();
    abroad.company.vat_none_because = "not_taxable";
    EXPECT_EQ(ask(given_a_member(company_client(abroad.company)), hans).status, 201)
        << "no number is no sameness";
}

TEST_F(SelfDealing, IsRefusedToTheSamePersonHoweverItIsSpelled)
{
    const auto provider = given_a_payable(jean());
    const std::pair<std::string, std::string> spellings[] = {
        {"Jean-Pierre", "Lefèvre d'Œuvre"}, {"JEAN PIERRE", "LEFEVRE D OEUVRE"},
        {"Jeanpierre", "Lefevre-d'Oeuvre"}, {"Lefèvre d’Œuvre", "Jean-Pierre"},
        {"Pierre Jean", "d'œuvre Lefèvre"}, {"jean‐pierre", "LEFÈVRE  DŒUVRE"},
        {"Jean-Pierre", "Lefèvre Œuvre"},   {"Lefèvre Jean", "Pierre d'Œuvre"}};
    for (const auto& [first_name, surname] : spellings) {
        SCOPED_TRACE(first_name + " " + surname);
        const auto profile = named(client_profile(first_name), first_name, surname, "1980-01-02");
        auto fit = profile;
        fit.person.first_name = "Jean";
        const auto client = given_a_member(fit);
        db.transaction([&](domain::Transaction& tx) {
            domain::profiles::write_person(tx, client.id, profile.person);
        });
        expect_refused(ask(client, provider));
    }
}

TEST_F(SelfDealing, IsRefusedToTheSamePersonInTheLettersOfAnotherCountry)
{
    const std::vector<std::vector<std::string>> names = {
        {"Müller", "Mueller", "Muller"}, {"Jörg", "Joerg", "Jorg"}, {"Weiß", "Weiss"},
        {"Søren", "Soeren", "Soren"},    {"Łukasz", "Lukasz"},      {"Lecœur", "Lecoeur"}};
    for (const auto& spellings : names) {
        const auto spelled = [&](domain::profiles::Profile profile, const std::string& surname) {
            return named(std::move(profile), "Kim", surname, "1980-01-02");
        };
        const auto provider = given_a_payable(spelled(provider_profile("Kim"), spellings[0]));
        for (const auto& surname : spellings) {
            SCOPED_TRACE(surname);
            expect_refused(ask(given_a_member(spelled(client_profile("Kim"), surname)), provider));
        }
    }
}

/// Born on one day, under one surname, and of the same letters.
TEST_F(SelfDealing, IsNotWhatTwinsDo)
{
    const std::pair<const char*, const char*> twins[] = {{"Alice", "Celia"}, {"Romain", "Marion"}};
    for (const auto& [one, other] : twins) {
        SCOPED_TRACE(one);
        const auto provider =
            given_a_payable(named(provider_profile(one), one, "Lefèvre", "1980-01-02"));
        const auto client = named(client_profile("Kim"), other, "Lefèvre", "1980-01-02");
        EXPECT_EQ(ask(given_a_member(client), provider).status, 201);
    }
}

TEST_F(SelfDealing, IsNotWhatNamesakesDo)
{
    const auto provider = given_a_payable(jean());
    const auto younger =
        named(client_profile("Jean"), "Jean-Pierre", "Lefèvre d'Œuvre", "1981-01-02");
    const auto next_day =
        named(client_profile("Jean"), "Jean-Pierre", "Lefèvre d'Œuvre", "1980-01-03");
    const auto brother = named(client_profile("Paul"), "Paul", "Lefèvre d'Œuvre", "1980-01-02");
    EXPECT_EQ(ask(given_a_member(next_day), provider).status, 201);
    EXPECT_EQ(ask(given_a_member(younger), provider).status, 201);
    EXPECT_EQ(ask(given_a_member(brother), provider).status, 201);
}

TEST_F(SelfDealing, IsRefusedAtTheQuoteToWhoeverBecameTheOtherSince)
{
    const auto provider = given_a_payable(jean());
    const auto request = asked_of(ana, {provider});
    expect(200, rename(ana, "Jean Pierre", "Lefevre d'Oeuvre", "1980-01-02"));

    const auto refused =
        post("/v1/requests/" + text(request) + "/quotes", some_offer(), provider.bearer);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.body["detail"], domain::profiles::deals_with_itself().fr);
    EXPECT_EQ(refused.bytes.find("Lef"), std::string::npos) << "nothing of the other account";
}

TEST_F(SelfDealing, IsRefusedAtTheAcceptanceToWhoeverBecameTheOtherSince)
{
    const auto provider = given_a_payable(jean());
    const auto quote = quoted(provider, asked_of(ana, {provider}));
    expect(200, rename(ana, "Jean Pierre", "Lefevre d'Oeuvre", "1980-01-02"));

    const auto refused = accept(quote, ana);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.body["detail"], domain::profiles::deals_with_itself().fr);
    EXPECT_EQ(get("/v1/quotes/" + text(quote), ana.bearer).body["state"], "sent");
}

/// Whoever was refused as itself would only have to take another name.
TEST_F(SelfDealing, IsNotLaunderedByAnotherName)
{
    const auto provider = given_a_payable(jean());
    const auto quote = quoted(provider, asked_of(ana, {provider}));
    expect(200, rename(ana, "Jean Pierre", "Lefevre d'Oeuvre", "1980-01-02"));
    EXPECT_EQ(accept(quote, ana).status, 409);
    expect(200, rename(ana, "Ana", "Martin", "1990-05-17"));

    EXPECT_EQ(accept(quote, ana).status, 409);
    expect_refused(ask(ana, provider));
    EXPECT_EQ(ask(ana, ben).status, 201) << "with others she deals as before";
}

/// A provider's birth date a day off is another person's, until the two have been one.
TEST_F(SelfDealing, IsNotLaunderedByTheProviderEither)
{
    const auto provider = given_a_member(jean());
    const auto client = given_a_member(
        named(client_profile("Jean"), "Jean-Pierre", "Lefèvre d'Œuvre", "1980-01-03"));
    EXPECT_EQ(ask(client, provider).status, 201);
    expect(200, rename(provider, "Jean-Pierre", "Lefèvre d'Œuvre", "1980-01-03"));
    expect_refused(ask(client, provider));
    expect(200, rename(provider, "Jean-Pierre", "Lefèvre d'Œuvre", "1980-01-02"));
    expect_refused(ask(client, provider));
}

TEST_F(SelfDealing, IsNotLaunderedByAnotherSiren)
{
    const auto client = given_a_member(company_client(provider_profile("Ben").company));
    expect_refused(ask(client, ben));
    const json company = {{"siret", "54206547900009"}, {"vat_number", "FR82542065479"}};
    expect(200, change(client, {{"company", company}}));
    expect_refused(ask(client, ben));
}

TEST_F(SelfDealing, IsWhatTheOperatorWouldDoAsAProvider)
{
    const auto& us = platform.company;
    const auto fields_refused = [&](const Someone& someone, const json& company) {
        return wrong_fields(change(someone, {{"company", company}}));
    };
    const auto provider = given_a_provider("Carl");
    EXPECT_EQ(fields_refused(provider, {{"siret", us.siret}, {"vat_number", us.vat_number}}),
              (std::set<std::string>{"company.siret", "company.vat_number"}));
    EXPECT_EQ(fields_refused(provider, {{"siret", {{"none_because", "being_registered"}}},
                                        {"vat_number", us.vat_number}}),
              (std::set<std::string>{"company.vat_number"}));

    const auto client = given_a_member(company_client(provider_profile("Zoe").company));
    EXPECT_EQ(fields_refused(client, {{"siret", us.siret}, {"vat_number", us.vat_number}}),
              std::set<std::string>{});
    const auto became_one = change(client, {{"roles", {"client", "provider"}}});
    EXPECT_EQ(became_one.status, 422);
    EXPECT_NE(became_one.bytes.find("company.siret"), std::string::npos) << became_one.bytes;
}

/// Otherwise whoever knows a name could learn the birth date, day by day.
TEST_F(SelfDealing, DoesNotTellWhoSomebodyIsToWhoeverTriesDayByDay)
{
    int changed = 0;
    for (int day = 10; day < 30; ++day)
        changed += rename(ana, "Jean", "Lefèvre", "1980-01-" + std::to_string(day)).status == 200;
    EXPECT_EQ(changed, 10);
    EXPECT_EQ(rename(ana, "Jean", "Lefèvre", "1981-01-01").status, 429);
    now += 24h;
    EXPECT_EQ(rename(ana, "Jean", "Lefèvre", "1981-01-01").status, 200);
}

} // namespace

} // namespace tests
