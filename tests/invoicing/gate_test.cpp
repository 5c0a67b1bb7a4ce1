#include <gtest/gtest.h>

#include <functional>

#include "invoicing/issuing/gate.hpp"
#include "invoicing/rendering/fonts.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;
using namespace domain;

std::vector<std::string> fields_of(const IssueOrder& order, Day day = samples::issued)
{
    std::vector<std::string> fields;
    for (const auto& complaint : missing_mentions(order, day))
        fields.push_back(complaint.field);
    return fields;
}

TEST(Gate, TheSamplesPass)
{
    for (const auto& order : {samples::advice(), samples::franchise_advice(),
                              samples::advice_to_germany(), samples::portraits()}) {
        EXPECT_EQ(fields_of(order), std::vector<std::string>{});
    }
}

TEST(Gate, EveryMissingMentionIsNamed)
{
    struct Row {
        const char* field;
        std::function<void(IssueOrder&)> spoil;
    };
    const Row table[] = {
        {"provider.name", [](IssueOrder& o) { o.provider.name.clear(); }},
        {"provider.siren", [](IssueOrder& o) { o.provider.siren.clear(); }},
        {"provider.legal_form", [](IssueOrder& o) { o.provider.legal_form.clear(); }},
        {"provider.register_entry", [](IssueOrder& o) { o.provider.register_entry.clear(); }},
        {"provider.vat_number", [](IssueOrder& o) { o.provider.vat_number.clear(); }},
        {"provider.address.line_one", [](IssueOrder& o) { o.provider.address.line_one.clear(); }},
        {"provider.address.postcode", [](IssueOrder& o) { o.provider.address.postcode.clear(); }},
        {"provider.address.city", [](IssueOrder& o) { o.provider.address.city.clear(); }},
        {"platform.name", [](IssueOrder& o) { o.platform.identity.name.clear(); }},
        {"platform.siren", [](IssueOrder& o) { o.platform.identity.siren.clear(); }},
        {"platform.vat_number", [](IssueOrder& o) { o.platform.identity.vat_number.clear(); }},
        {"client.name", [](IssueOrder& o) { o.client.name.clear(); }},
        {"client.siren", [](IssueOrder& o) { o.client.siren.clear(); }},
        {"client.address.line_one", [](IssueOrder& o) { o.client.address.line_one.clear(); }},
        {"client.address.city", [](IssueOrder& o) { o.client.address.city.clear(); }},
        {"lines", [](IssueOrder& o) { o.lines.clear(); }},
        {"lines[0].designation", [](IssueOrder& o) { o.lines[0].designation.clear(); }},
        {"lines[0].unit_code", [](IssueOrder& o) { o.lines[0].unit_code = "XYZ"; }},
        {"supply_day", [](IssueOrder& o) { o.supply_day = plus_months(samples::issued, 1); }},
        {"payment_day", [](IssueOrder& o) { o.payment_day = Day{}; }},
        {"collection_day", [](IssueOrder& o) { o.collection_day = Day{}; }},
        {"quote.number", [](IssueOrder& o) { o.quote.number.clear(); }},
        {"quote.day", [](IssueOrder& o) { o.quote.day = Day{}; }},
        {"mandate", [](IssueOrder& o) { o.mandate.reset(); }},
        {"mandate", [](IssueOrder& o) { o.mandate->version.clear(); }},
        {"mandate", [](IssueOrder& o) { o.mandate->accepted_at = samples::noon(samples::issued); }},
        {"agreed_gross", [](IssueOrder& o) { o.agreed_gross = eur(300'01); }},
        {"given_back", [](IssueOrder& o) { o.given_back = o.agreed_gross; }},
        {"commission.gross", [](IssueOrder& o) { o.commission.gross = eur(35'99); }},
    };
    for (const auto& row : table) {
        auto order = samples::advice();
        row.spoil(order);
        EXPECT_EQ(fields_of(order), std::vector<std::string>{row.field}) << row.field;
    }
}

TEST(Gate, EverythingMissingIsNamedAtOnce)
{
    auto order = samples::advice();
    order.provider.siren.clear();
    order.client.name.clear();
    order.mandate.reset();

    EXPECT_EQ(fields_of(order),
              (std::vector<std::string>{"provider.siren", "client.name", "mandate"}));
}

TEST(Gate, AFranchiseeCannotChargeVat)
{
    auto order = samples::franchise_advice();
    order.lines[0].vat_rate = {2000};
    order.agreed_gross = eur(300'00);

    EXPECT_EQ(fields_of(order), std::vector<std::string>{"lines[0].vat_rate"});
}

TEST(Gate, AnUncoveredVatCaseIsSaid)
{
    auto order = samples::advice_to_germany();
    order.client.vat_number.clear();

    EXPECT_EQ(fields_of(order), std::vector<std::string>{"vat"});
}

TEST(Gate, TextThatCannotBePrintedIsRefused)
{
    auto order = samples::advice();
    order.client.name = "株式会社";
    EXPECT_EQ(fields_of(order), std::vector<std::string>{"client.name"});
    order.client.name = std::string("Client\x01SA");
    EXPECT_EQ(fields_of(order), std::vector<std::string>{"client.name"});
    order.client.name = std::string(5000, 'x');
    EXPECT_EQ(fields_of(order), std::vector<std::string>{"client.name"});
}

TEST(Gate, FontsCoverEuropesScripts)
{
    for (const auto* text : {"Œuvre d'Élodie Ünlü", "Ελληνική Εταιρεία", "Издательство Ёж",
                             "Żółć Šťáva Ǿ", "12 × 3 € – « ok »"}) {
        EXPECT_TRUE(covered_by_fonts(text)) << text;
    }
    for (const auto* text : {"日本", "\xff\xfe", "a\nb", "\x7f"})
        EXPECT_FALSE(covered_by_fonts(text));
}

} // namespace
