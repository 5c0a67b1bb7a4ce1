#include <gtest/gtest.h>

#include <functional>

#include "invoicing/issuing/gate.hpp"
#include "invoicing/rendering/fonts.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;
using namespace domain;

std::vector<std::string> fields_of(const invoicing::issuing::IssueOrder& order,
                                   Day day = samples::issued)
{
    std::vector<std::string> fields;
    for (const auto& complaint : invoicing::issuing::missing_mentions(order, day))
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
        std::function<void(invoicing::issuing::IssueOrder&)> spoil;
    };
    const Row table[] = {
        {"provider.name", [](invoicing::issuing::IssueOrder& o) { o.provider.name.clear(); }},
        {"provider.siren", [](invoicing::issuing::IssueOrder& o) { o.provider.siren.clear(); }},
        {"provider.legal_form",
         [](invoicing::issuing::IssueOrder& o) { o.provider.legal_form.reset(); }},
        {"provider.register_entry",
         [](invoicing::issuing::IssueOrder& o) { o.provider.register_entry.clear(); }},
        {"provider.vat_number",
         [](invoicing::issuing::IssueOrder& o) { o.provider.vat_number.clear(); }},
        {"provider.address.line_one",
         [](invoicing::issuing::IssueOrder& o) { o.provider.address.line_one.clear(); }},
        {"provider.address.postcode",
         [](invoicing::issuing::IssueOrder& o) { o.provider.address.postcode.clear(); }},
        {"provider.address.city",
         [](invoicing::issuing::IssueOrder& o) { o.provider.address.city.clear(); }},
        {"platform.name",
         [](invoicing::issuing::IssueOrder& o) { o.platform.identity.name.clear(); }},
        {"platform.siren",
         [](invoicing::issuing::IssueOrder& o) { o.platform.identity.siren.clear(); }},
        {"platform.vat_number",
         [](invoicing::issuing::IssueOrder& o) { o.platform.identity.vat_number.clear(); }},
        {"client.name", [](invoicing::issuing::IssueOrder& o) { o.client.name.clear(); }},
        {"client.siren", [](invoicing::issuing::IssueOrder& o) { o.client.siren.clear(); }},
        {"client.address.line_one",
         [](invoicing::issuing::IssueOrder& o) { o.client.address.line_one.clear(); }},
        {"client.address.city",
         [](invoicing::issuing::IssueOrder& o) { o.client.address.city.clear(); }},
        {"lines", [](invoicing::issuing::IssueOrder& o) { o.lines.clear(); }},
        {"lines[0].designation",
         [](invoicing::issuing::IssueOrder& o) { o.lines[0].designation.clear(); }},
        {"lines[0].unit_code",
         [](invoicing::issuing::IssueOrder& o) { o.lines[0].unit_code = "XYZ"; }},
        {"supply_day",
         [](invoicing::issuing::IssueOrder& o) { o.supply_day = plus_months(samples::issued, 1); }},
        {"payment_day", [](invoicing::issuing::IssueOrder& o) { o.payment_day = Day{}; }},
        {"collection_day", [](invoicing::issuing::IssueOrder& o) { o.collection_day = Day{}; }},
        {"quote.number", [](invoicing::issuing::IssueOrder& o) { o.quote.number.clear(); }},
        {"quote.day", [](invoicing::issuing::IssueOrder& o) { o.quote.day = Day{}; }},
        {"mandate", [](invoicing::issuing::IssueOrder& o) { o.mandate.reset(); }},
        {"mandate", [](invoicing::issuing::IssueOrder& o) { o.mandate->version.clear(); }},
        {"mandate", [](invoicing::issuing::IssueOrder&
                           o) { o.mandate->accepted_at = samples::noon(samples::issued); }},
        {"agreed_gross", [](invoicing::issuing::IssueOrder& o) { o.agreed_gross = eur(300'01); }},
        {"given_back", [](invoicing::issuing::IssueOrder& o) { o.given_back = o.agreed_gross; }},
        {"commission.gross",
         [](invoicing::issuing::IssueOrder& o) { o.commission.gross = eur(35'99); }},
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
        EXPECT_TRUE(invoicing::rendering::covered_by_fonts(text)) << text;
    }
    for (const auto* text : {"日本", "\xff\xfe", "a\nb", "\x7f"})
        EXPECT_FALSE(invoicing::rendering::covered_by_fonts(text));
}

} // namespace
