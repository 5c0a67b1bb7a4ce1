// Whoever may send a quote can be paid and invoiced for it: what is missing is told to the
// provider, before its first quote, and not taken away under one that is open; the client who
// accepts is never told.

#include <algorithm>
#include <functional>

#include "domain/payees/readiness.hpp"
#include "payments/payment_accounts/payment_account.hpp"
#include "tests/market/quoting.hpp"

namespace tests {

namespace {

using domain::profiles::VatRegime;

class Readiness : public Quotes {
protected:
    /// Dora trades under `legal_form`, as she typed it, and gives no more than every form demands.
    Someone given_dora(const std::string& legal_form)
    {
        auto profile = provider_profile("Dora");
        profile.company.capital = "";
        profile.company.rcs_city = "";
        const auto dora = given_a_member(profile);
        expect(200, give(dora, {{"legal_form", legal_form}}));
        make_payable(dora);
        return dora;
    }

    /// Changes these details of the company, as its form on the site would.
    Answer give(const Someone& provider, const json& changes)
    {
        const auto read = get("/v1/me/legal-details", provider.bearer);
        json body = {{"phone", read.body["phone"]},
                     {"address", read.body["address"]},
                     {"company", read.body["company"]}};
        body["company"].merge_patch(changes);
        return put("/v1/me/legal-details", body, provider.bearer, read.header("etag"));
    }

    Answer send(const Someone& provider, const json& offer)
    {
        const auto request = asked_of(ana, {provider});
        return post("/v1/requests/" + text(request) + "/quotes", offer, provider.bearer);
    }
    Answer send(const Someone& provider) { return send(provider, some_offer()); }

    std::set<std::string> details(const Someone& provider)
    {
        std::set<std::string> paths;
        const auto answer = get("/v1/me/payout-eligibility", provider.bearer).body;
        for (const auto& hurdle : answer.at("hurdles")) {
            if (hurdle.at("code") == "legal_details_missing")
                paths = hurdle.at("details").get<std::set<std::string>>();
        }
        return paths;
    }
};

struct Form {
    const char* typed;
    const char* printed;
    const char* at_mangopay;
    std::set<std::string> demands{};
};

const std::set<std::string> of_companies = {"company.capital", "company.rcs_city"};
const std::set<std::string> of_registered = {"company.rcs_city"};

const Form forms[] = {
    {"ei", "EI", "SOLETRADER"},
    {"E.I.", "EI", "SOLETRADER"},
    {"Micro-entreprise", "EI", "SOLETRADER"},
    {"Entreprise individuelle", "EI", "SOLETRADER"},
    {"auto-entrepreneur", "EI", "SOLETRADER"},
    {"Micro-entrepreneuse", "EI", "SOLETRADER"},
    {"EI (micro-entreprise)", "EI", "SOLETRADER"},
    {"Association loi 1901", "Association", "ORGANIZATION"},
    {"Association (loi 1901)", "Association", "ORGANIZATION"},
    {"S.A.M.", "S.A.M.", "BUSINESS", of_registered}, // of Monaco
    {"commune", "Commune", "ORGANIZATION"},
    {"GmbH", "GmbH", "BUSINESS", of_registered}, // its establishment in France
    {"srl", "srl", "BUSINESS", of_registered},   // or a SARL that was mistyped
    {"EPIC", "EPIC", "ORGANIZATION", of_registered},
    {"Artisane", "EI", "SOLETRADER"},
    {"Travailleur indépendant", "EI", "SOLETRADER"},
    {"Association déclarée loi 1901", "Association", "ORGANIZATION"},
    {"SCI", "SCI", "BUSINESS", of_registered},
    {"Syndicat professionnel", "Syndicat", "ORGANIZATION"},
    {"SNC", "SNC", "BUSINESS", of_companies},
    {"EARL", "EARL", "BUSINESS", of_registered},
    {"G.I.E.", "GIE", "BUSINESS", of_registered},
    {"S.A.R.L.", "SARL", "BUSINESS", of_companies},
    {"SARL de famille", "SARL", "BUSINESS", of_companies},
    {"Société par actions simplifiée", "SAS", "BUSINESS", of_companies},
    {"Société à responsabilité limitée - SARL", "SARL", "BUSINESS", of_companies},
    {"SAS à capital variable", "SAS à capital variable", "BUSINESS", of_companies},
    {"selarl", "SELARL", "BUSINESS", of_companies},
    {"SCOP", "SCOP", "BUSINESS", of_companies},
};

TEST_F(Readiness, OfEveryLegalFormIsToldBeforeTheFirstQuote)
{
    for (const auto& form : forms) {
        SCOPED_TRACE(form.typed);
        const auto dora = given_dora(form.typed);
        EXPECT_EQ(get("/v1/me", dora.bearer).body["company"]["legal_form"], form.printed);
        EXPECT_EQ(details(dora), form.demands);
        if (!form.demands.empty()) {
            EXPECT_EQ(wrong_fields(send(dora)), (std::set<std::string>{"legal_details_missing"}));
            expect(200, give(dora, {{"capital", "5 000 EUR"}, {"rcs_city", "Lyon"}}));
        }
        EXPECT_EQ(get("/v1/me/payable", dora.bearer).body["reasons"], json::array());
        EXPECT_EQ(accept(expect(201, send(dora)), ana).status, 201);
        const auto known = domain::profiles::parse_legal_form(form.typed).value();
        EXPECT_EQ(payments::payment_accounts::legal_person_type(known.family()), form.at_mangopay);
    }
}

TEST_F(Readiness, AnUnknownLegalFormIsRefusedWithThoseWeKnow)
{
    const auto refused = give(ben, {{"legal_form", "Sarrl"}});

    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(wrong_fields(refused), (std::set<std::string>{"company.legal_form"}));
    const auto advice = refused.body["errors"][0]["detail"].get<std::string>();
    for (const auto* known : {"EI", "SARL", "Association", "SCI", "Commune", "Société étrangère"})
        EXPECT_NE(advice.find(known), std::string::npos) << advice;
}

TEST_F(Readiness, AFormThatWeCannotBeSureOfIsRefused)
{
    for (const auto* unsure :
         {"SARL (SAS)", "SARL Dupont", "SARL au capital de 1 000 EUR", "شرکت سهامی", "---",
          "Entreprise", "EI à capital variable", "EPIC à capital variable"}) {
        EXPECT_EQ(wrong_fields(give(ben, {{"legal_form", unsure}})),
                  (std::set<std::string>{"company.legal_form"}))
            << unsure;
    }
}

TEST_F(Readiness, ASupplierWhoseVatWeCannotWriteIsToldBeforeTheFirstQuote)
{
    auto abroad = provider_profile("Emil");
    abroad.contact.address = {"Torstr. 1", "", "10119", "Berlin", domain::Country::of("DE")};
    const auto emil = given_a_payable(abroad);
    EXPECT_EQ(details(emil), (std::set<std::string>{"address.country"}));
    EXPECT_EQ(send(emil).status, 409);

    auto exempt = provider_profile("Fanny");
    exempt.company.vat_regime = VatRegime::exempt;
    const auto fanny = given_a_payable(exempt);
    EXPECT_EQ(details(fanny), (std::set<std::string>{"company.vat_regime"}));
    auto without_vat = some_offer();
    for (auto& line : without_vat["lines"])
        line["vat_rate"] = "0";
    EXPECT_EQ(wrong_fields(send(fanny, without_vat)),
              (std::set<std::string>{"legal_details_missing"}));
}

TEST_F(Readiness, ANumberThatIsStillToComeIsToldBeforeTheFirstQuote)
{
    auto young = provider_profile("Gil");
    young.company.siret = "";
    young.company.siret_none_because = "being_registered";
    const auto gil = given_a_payable(young);

    EXPECT_EQ(details(gil), (std::set<std::string>{"company.siret"}));
    EXPECT_EQ(wrong_fields(send(gil)), (std::set<std::string>{"legal_details_missing"}));
}

TEST_F(Readiness, ANameThatNoDocumentCanPrintIsToldBeforeTheFirstQuote)
{
    auto poetic = provider_profile("Hua");
    poetic.company.name = "华裁缝";
    const auto hua = given_a_payable(poetic);

    EXPECT_EQ(details(hua), (std::set<std::string>{"company.name"}));
    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), hua.bearer).status, 409);
}

/// Seven who could be paid, and whose every quote a client once found unacceptable: each is told
/// before its first one what to mend, in words, or sells.
TEST_F(Readiness, OfSevenWhoCouldNotSellIsToldToThem)
{
    struct Seventh {
        const char* what;
        std::function<void(domain::profiles::Profile&)> with;
        std::set<std::string> to_mend{};
    };
    const auto lives_in = [](domain::platform::PostalAddress address) {
        return [address](domain::profiles::Profile& profile) { profile.contact.address = address; };
    };
    const auto called = [](const char* name) {
        return [name](domain::profiles::Profile& profile) { profile.company.name = name; };
    };
    const auto trades_as = [](const char* form) {
        return [form](domain::profiles::Profile& profile) {
            profile.company.legal_form = domain::profiles::parse_legal_form(form);
        };
    };
    const auto france = domain::Country::of("FR");
    const auto germany = domain::Country::of("DE");
    const Seventh seven[] = {
        {"Entreprise individuelle", trades_as("Entreprise individuelle")},
        {"Micro-entreprise", trades_as("Micro-entreprise")},
        {"exempt",
         [](auto& profile) { profile.company.vat_regime = VatRegime::exempt; },
         {"company.vat_regime"}},
        {"CJK", called("华裁缝"), {"company.name"}},
        {"emoji", called("Fil 🧵 et Aiguille"), {"company.name"}},
        {"Guadeloupe",
         lives_in({"3 rue du Port", "", "97110", "Pointe-à-Pitre", france}),
         {"address.country"}},
        {"Berlin", lives_in({"Torstr. 1", "", "10119", "Berlin", germany}), {"address.country"}},
    };
    for (const auto& [what, with, to_mend] : seven) {
        SCOPED_TRACE(what);
        auto profile = provider_profile("Nour");
        with(profile);
        const auto nour = given_a_payable(profile);
        EXPECT_EQ(details(nour), to_mend);
        const auto sent = send(nour);
        if (to_mend.empty()) {
            EXPECT_EQ(accept(expect(201, sent), ana).status, 201);
            continue;
        }
        EXPECT_EQ(wrong_fields(sent).count("legal_details_missing"), sent.status == 409 ? 1U : 0U);
        EXPECT_NE(sent.status, 201) << sent.bytes;
        const auto told = get("/v1/me/payout-eligibility", nour.bearer).body["hurdles"][0];
        EXPECT_GT(told["reason"].get<std::string>().size(), 120U) << "in words: " << told;
    }
}

TEST_F(Readiness, IsNotTakenAwayUnderAnOpenQuote)
{
    const auto quote = expect(201, send(ben));
    const auto is_kept = [&](const json& changes, const std::set<std::string>& fields) {
        const auto refused = give(ben, changes);
        EXPECT_EQ(refused.status, 422) << refused.bytes;
        EXPECT_EQ(wrong_fields(refused), fields);
    };
    is_kept({{"rcs_city", nullptr}}, {"company.rcs_city"});
    is_kept({{"name", "Atelier du Port SARL"}}, {"company.name"});
    is_kept({{"vat_regime", "franchise"}, {"vat_number", {{"none_because", "franchise_293b"}}}},
            {"company.vat_regime", "company.vat_number"});
    const auto no_provider =
        call("PATCH", "/v1/me", R"({"roles": ["client"]})",
             {.bearer = ben.bearer,
              .headers = {{"if-match", get("/v1/me", ben.bearer).header("etag")}}});
    EXPECT_EQ(wrong_fields(no_provider), (std::set<std::string>{"roles"}));

    expect(200, give(ben, {{"capital", "6 000 EUR"}})); // nobody is hurt
    expect(201, accept(quote, ana));
    expect(200, give(ben, {{"rcs_city", nullptr}})); // what was agreed is frozen
}

TEST_F(Readiness, ThatWasLackingAlreadyKeepsNoOtherEditBack)
{
    expect(201, send(ben));
    db.transaction([&](domain::Transaction& tx) {
        auto company = domain::profiles::company_of(tx, ben.id);
        company.rcs_city = "";
        domain::profiles::write_company(tx, ben.id, company);
    });

    expect(200, give(ben, {{"capital", "6 000 EUR"}}));
    EXPECT_EQ(wrong_fields(give(ben, {{"capital", nullptr}})),
              (std::set<std::string>{"company.capital"}));
}

TEST_F(Readiness, OfWhomIsNoActiveProviderSaysSo)
{
    const auto is_told = [&](const Someone& someone) {
        return db.read([&](domain::Transaction& tx) {
            const auto found = domain::payees::payment_hurdles(tx, {platform, policy}, someone.id);
            return std::ranges::any_of(
                found, [](const auto& hurdle) { return hurdle.code == "account_not_active"; });
        });
    };
    EXPECT_TRUE(is_told(ana)) << "a client";
    EXPECT_FALSE(is_told(ben));
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE accounts SET state = 'closing' WHERE id = :id", ben.id);
    });
    EXPECT_TRUE(is_told(ben));
}

TEST_F(Readiness, ANewMandateIsToldBeforeTheNextQuote)
{
    EXPECT_EQ(get("/v1/me/payable", ben.bearer).body["reasons"], json::array());
    platform.mandate_version = "2031-01";

    EXPECT_EQ(wrong_fields(send(ben)), (std::set<std::string>{"mandate_not_accepted"}));
}

TEST_F(Readiness, NumbersAreMendedAsPeopleTypeThem)
{
    expect(200, give(ben, {{"siret", "443 061 841 00047"}, {"vat_number", "fr 64-443061841"}}));

    const auto company = get("/v1/me", ben.bearer).body["company"];
    EXPECT_EQ(company["siret"], "44306184100047");
    EXPECT_EQ(company["vat_number"], "FR64443061841");
}

} // namespace

} // namespace tests
