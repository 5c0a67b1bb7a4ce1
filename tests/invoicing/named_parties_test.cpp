// Who sells and who buys is named on what they agree on and on what is issued: a person by its own
// name, whatever it trades as.

#include <gmock/gmock.h>

#include "domain/profiles/profile_store.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/rendering/reading_order.hpp"
#include "tests/invoicing/on_disk.hpp"
#include "tests/support/trading.hpp"

namespace {

using namespace domain;
using tests::json;

class NamedParties : public tests::Trading {
protected:
    /// Jeanne sews in her own name, as Fil et Aiguille.
    tests::Someone jeanne = given_a_payable([] {
        auto profile = provider_profile("Jeanne");
        profile.is_company = false;
        profile.person.surname = "Lefèvre";
        profile.company.name = "Fil et Aiguille";
        profile.company.legal_form = profiles::parse_legal_form("Micro-entreprise");
        profile.company.capital = "";
        profile.company.rcs_city = "";
        return profile;
    }());
    /// Paul buys for himself, though he has a business.
    tests::Someone paul = given_a_member([] {
        auto profile = client_profile("Paul");
        profile.person.surname = "Durand";
        profile.company.name = "ACME Conseil";
        return profile;
    }());

    json given_an_order()
    {
        return expect(201, accept(quoted(jeanne, asked_of(paul, {jeanne})), paul));
    }

    void release(const json& order)
    {
        fund(order);
        expect(200, act(order, "start", jeanne));
        expect(200, act(order, "delivery", jeanne));
        expect(200, act(order, "validation", paul));
        db.transaction([&](Transaction& tx) {
            orders::plan_release(tx, id_of(order));
            orders::mark_released(tx, id_of(order));
        });
        run_jobs();
    }

    /// What the only invoice of that kind says as "document" or "xml".
    std::string downloaded(const std::string& kind, const std::string& as)
    {
        const auto listed = get("/v1/invoices", jeanne.bearer);
        for (const auto& invoice : listed.body["items"]) {
            if (invoice["kind"] == kind)
                return get("/v1/invoices/" + text(invoice) + "/" + as, jeanne.bearer).bytes;
        }
        return "";
    }

    static std::string page_of(const std::string& pdf)
    {
        const tests::OnDisk file(pdf);
        return file.said_by("pdftotext -raw " + file.path() + " - | tr '\\n' ' '");
    }

    static void expect_in(const std::string& text, const std::string& part)
    {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
};

TEST_F(NamedParties, ASoleTraderStandsOnTheQuoteAndOnTheFrozenOffer)
{
    const auto quote = quoted(jeanne, asked_of(paul, {jeanne}));
    EXPECT_EQ(quote["provider"]["name"], "Jeanne Lefèvre EI – Fil et Aiguille");
    EXPECT_EQ(quote["client"]["name"], "Paul Durand – ACME Conseil");

    const auto order = expect(201, accept(quote, paul));
    vault.destroy_all(jeanne.id.text());
    vault.destroy_all(paul.id.text());
    const auto frozen = get("/v1/orders/" + text(order), paul.bearer).body;
    EXPECT_EQ(frozen["provider"]["name"], "Jeanne Lefèvre EI – Fil et Aiguille");
    EXPECT_EQ(frozen["client"]["name"], "Paul Durand – ACME Conseil");
}

TEST_F(NamedParties, ASoleTraderStandsOnPageAndXmlAndInTheMandatesSentence)
{
    release(given_an_order());

    const auto xml = downloaded("service_invoice", "xml");
    expect_in(xml, "<ram:Name>Jeanne Lefèvre EI</ram:Name>");
    expect_in(xml, "<ram:TradingBusinessName>Fil et Aiguille</ram:TradingBusinessName>");
    expect_in(xml, "<ram:Name>Paul Durand</ram:Name>");
    expect_in(xml, "<ram:TradingBusinessName>ACME Conseil</ram:TradingBusinessName>");
    const auto page = page_of(downloaded("service_invoice", "document"));
    expect_in(page, "Jeanne Lefèvre EI – Fil et Aiguille");
    expect_in(page, "Paul Durand – ACME Conseil");
    expect_in(page, "au nom et pour le compte de Jeanne Lefèvre EI – Fil et Aiguille");

    expect_in(downloaded("commission_invoice", "xml"), "<ram:Name>Jeanne Lefèvre EI</ram:Name>");
    expect_in(page_of(downloaded("commission_invoice", "document")),
              "Jeanne Lefèvre EI – Fil et Aiguille");
}

/// What stands left of what on a page: by the place of each word.
TEST_F(NamedParties, ANameFromRightToLeftStandsBeforeItsTradeName) // T9
{
    db.transaction([&](Transaction& tx) {
        auto person = profiles::person_of(tx, jeanne.id);
        person.first_name = "أحمد";
        person.surname = "العلي";
        profiles::write_person(tx, jeanne.id, person);
    });
    release(given_an_order());

    const tests::OnDisk pdf(downloaded("service_invoice", "document"));
    const auto words = pdf.said_by("pdftotext -bbox " + pdf.path() + " -");
    const auto left_of = [&](const std::string& word) {
        const auto end = words.find(">" + word + "</word>");
        EXPECT_NE(end, words.npos) << word << words;
        const auto from = words.rfind("xMin=\"", end);
        return std::stod(words.substr(from + 6));
    };
    EXPECT_LT(left_of("EI"), left_of("Fil"));
    EXPECT_THAT(words, ::testing::Not(::testing::HasSubstr("\u200e")));
    const auto xml = downloaded("service_invoice", "xml");
    expect_in(xml, "<ram:Name>أحمد العلي EI</ram:Name>");
    expect_in(xml, "au nom et pour le compte de أحمد العلي EI – Fil et Aiguille");
}

TEST(ReadingOrder, MarksNamesFromRightToLeftAlone) // T9
{
    using invoicing::rendering::in_reading_order;
    invoicing::Party party;
    party.name = "Jeanne Lefèvre EI";
    party.trade_name = "Fil et Aiguille";
    EXPECT_EQ(in_reading_order(party.full_name(), party), "Jeanne Lefèvre EI – Fil et Aiguille");
    party.name = "أحمد العلي";
    party.trade_name = "خيط";
    EXPECT_EQ(in_reading_order("pour " + party.full_name() + ", 12", party),
              "pour \u200eأحمد العلي\u200e – \u200eخيط\u200e, 12");
    party.trade_name = "";
    EXPECT_EQ(in_reading_order(party.full_name(), party), "\u200eأحمد العلي\u200e");
    EXPECT_EQ(in_reading_order("rien", invoicing::Party()), "rien");
}

/// What cannot be printed is told where it is mended: the person's name is not the company's.
TEST_F(NamedParties, ANameThatCannotBePrintedIsMendedWhereItStands)
{
    const auto told = [&](const tests::Someone& provider) {
        std::set<std::string> paths;
        const auto answer = get("/v1/me/payout-eligibility", provider.bearer).body;
        for (const auto& hurdle : answer.at("hurdles")) {
            if (hurdle.at("code") == "legal_details_missing")
                paths = hurdle.at("details").get<std::set<std::string>>();
        }
        return paths;
    };
    auto profile = provider_profile("Mei");
    profile.company.legal_form = profiles::parse_legal_form("EI");
    profile.company.name = "Fil et Aiguille";
    profile.person.surname = "王";
    EXPECT_EQ(told(given_a_payable(profile)), (std::set<std::string>{"person.surname"}));

    profile.person.surname = "Wang";
    profile.company.name = "針と糸";
    EXPECT_EQ(told(given_a_payable(profile)), (std::set<std::string>{"company.name"}));
}

} // namespace
