#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <memory>

#include "invoicing/issuing/draft.hpp"
#include "invoicing/rendering/cii.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/support/golden.hpp"

namespace {

using namespace invoicing;

/// An XML document read by libxml2 and asked by local element names.
class Read {
public:
    explicit Read(const std::string& xml)
        : document_(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "", nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR))
    {
    }
    ~Read() { xmlFreeDoc(document_); }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    bool is_well_formed() const { return document_ != nullptr; }

    /// The texts found at a/b/c (local names), joined with "|".
    std::string at(const std::string& path) const
    {
        std::string query;
        std::string rest = path;
        while (!rest.empty()) {
            const auto slash = rest.find('/');
            query += "//*[local-name()='" + rest.substr(0, slash) + "']";
            if (slash == std::string::npos) break;
            rest.erase(0, slash + 1);
        }
        auto* context = xmlXPathNewContext(document_);
        auto* found =
            xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(query.c_str()), context);
        std::string text;
        for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; ++i) {
            auto* content = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
            if (i > 0) text += "|";
            text += reinterpret_cast<const char*>(content);
            xmlFree(content);
        }
        xmlXPathFreeObject(found);
        xmlXPathFreeContext(context);
        return text;
    }

private:
    xmlDoc* document_;
};

Invoice issued(const invoicing::issuing::IssueOrder& order, const char* number)
{
    return invoicing::issuing::service_invoice(order, {number, samples::noon(samples::issued)});
}

Invoice commission()
{
    return invoicing::issuing::commission_invoice(
        samples::advice(), {"PF-2026-000231", samples::noon(samples::issued)}, "M42-2026-000017");
}

TEST(Cii, TheSampleCasesKeepTheirGoldenText)
{
    tests::expect_file("tests/golden/invoices/mandate-20pct.xml",
                       invoicing::rendering::cii_xml(issued(samples::advice(), "M42-2026-000017")));
    tests::expect_file(
        "tests/golden/invoices/franchise-293B.xml",
        invoicing::rendering::cii_xml(issued(samples::franchise_advice(), "M43-2026-000001")));
    tests::expect_file(
        "tests/golden/invoices/reverse-charge-AE.xml",
        invoicing::rendering::cii_xml(issued(samples::advice_to_germany(), "M42-2026-000018")));
    tests::expect_file(
        "tests/golden/invoices/consumer-gross.xml",
        invoicing::rendering::cii_xml(issued(samples::portraits(), "M42-2026-000019")));
    tests::expect_file("tests/golden/invoices/commission-97.xml",
                       invoicing::rendering::cii_xml(commission()));
}

// The figures and sentences of documents that satisfy the European and French rule sets.
TEST(Cii, TheMandateSampleHasTheValidatedFigures)
{
    const Read xml(invoicing::rendering::cii_xml(issued(samples::advice(), "M42-2026-000017")));

    EXPECT_EQ(xml.at("BusinessProcessSpecifiedDocumentContextParameter/ID"), "S2");
    EXPECT_EQ(xml.at("GuidelineSpecifiedDocumentContextParameter/ID"), "urn:cen.eu:en16931:2017");
    EXPECT_EQ(xml.at("ExchangedDocument/TypeCode"), "380");
    EXPECT_EQ(xml.at("IssueDateTime/DateTimeString"), "20261105");
    EXPECT_EQ(xml.at("IncludedNote/SubjectCode"), "PMT|PMD|AAB|BAR|DCL");
    EXPECT_EQ(xml.at("ChargeAmount"), "33.3333");
    EXPECT_EQ(xml.at("BilledQuantity"), "7.5");
    EXPECT_EQ(xml.at("SellerTradeParty/Description"),
              "SARL au capital de 1000 EUR - RCS Lyon 123 456 782");
    EXPECT_EQ(xml.at("BuyerTradeParty/URIID"), "987654324");
    EXPECT_EQ(xml.at("OccurrenceDateTime/DateTimeString"), "20261104");
    EXPECT_EQ(xml.at("DueDateDateTime/DateTimeString"), "20261020");
    EXPECT_EQ(xml.at("SpecifiedTradeSettlementPaymentMeans/TypeCode"), "48");
    EXPECT_EQ(xml.at("CalculatedAmount"), "50.00");
    EXPECT_EQ(xml.at("TaxBasisTotalAmount"), "250.00");
    EXPECT_EQ(xml.at("GrandTotalAmount"), "300.00");
    EXPECT_EQ(xml.at("TotalPrepaidAmount"), "300.00");
    EXPECT_EQ(xml.at("DuePayableAmount"), "0.00");
}

TEST(Cii, TheCommissionSampleIsNetted)
{
    const Read xml(invoicing::rendering::cii_xml(commission()));

    EXPECT_EQ(xml.at("SpecifiedTradeProduct/Name"),
              "Commission de mise en relation 10 % - facture M42-2026-000017");
    EXPECT_EQ(xml.at("IncludedNote/SubjectCode"), "PMT|PMD|AAB|BAR");
    EXPECT_EQ(xml.at("SpecifiedTradeSettlementPaymentMeans/TypeCode"), "97");
    EXPECT_EQ(xml.at("BasisAmount"), "30.00");
    EXPECT_EQ(xml.at("CalculatedAmount"), "6.00");
    EXPECT_EQ(xml.at("GrandTotalAmount"), "36.00");
}

TEST(Cii, FranchiseAndReverseChargeCarryReasonAndCode)
{
    const Read franchise(
        invoicing::rendering::cii_xml(issued(samples::franchise_advice(), "M43-2026-000001")));
    EXPECT_EQ(franchise.at("ExemptionReason"), "TVA non applicable, article 293 B du CGI");
    EXPECT_EQ(franchise.at("ExemptionReasonCode"), "VATEX-FR-FRANCHISE");
    EXPECT_EQ(franchise.at("SellerTradeParty/SpecifiedTaxRegistration/ID"), "123456782");
    EXPECT_EQ(franchise.at("TaxTotalAmount"), "0.00");

    const Read germany(
        invoicing::rendering::cii_xml(issued(samples::advice_to_germany(), "M42-2026-000018")));
    EXPECT_EQ(germany.at("ExemptionReason"), "Autoliquidation");
    EXPECT_EQ(germany.at("ExemptionReasonCode"), "VATEX-EU-AE");
    EXPECT_EQ(germany.at("BuyerTradeParty/SpecifiedTaxRegistration/ID"), "DE811871080");
    EXPECT_EQ(germany.at("GrandTotalAmount"), "250.00");
}

TEST(Cii, OutsideTheScopeOfVatThereIsNoRateAndNoNumber)
{
    auto order = samples::advice_to_germany();
    order.client.address = {"Rue 1", "", "1201", "Genève", domain::Country::of("CH")};
    const Read xml(invoicing::rendering::cii_xml(issued(order, "M42-2026-000020")));

    EXPECT_EQ(xml.at("ApplicableTradeTax/CategoryCode"), "O|O");
    EXPECT_EQ(xml.at("RateApplicablePercent"), "");
    EXPECT_EQ(xml.at("BuyerTradeParty/SpecifiedTaxRegistration"), "");
}

TEST(Cii, AConsumerIsNeverAskedForFortyEuros)
{
    const auto text =
        invoicing::rendering::cii_xml(issued(samples::portraits(), "M42-2026-000019"));

    EXPECT_EQ(Read(text).at("IncludedNote/SubjectCode"), "AAB|BAR|DCL");
    EXPECT_EQ(text.find("40 EUR"), std::string::npos);
}

TEST(Cii, TheOptionForDebitsIsPrintedAndCoded)
{
    auto order = samples::advice();
    order.provider_vat_on_debits = true;
    const Read xml(invoicing::rendering::cii_xml(issued(order, "M42-2026-000021")));

    EXPECT_EQ(xml.at("DueDateTypeCode"), "5");
    EXPECT_NE(xml.at("IncludedNote/Content").find("d'après les débits"), std::string::npos);
}

TEST(Cii, WhatWasGivenBackIsAnAllowance)
{
    auto order = samples::advice();
    order.given_back = domain::eur(60'00);
    const Read xml(invoicing::rendering::cii_xml(issued(order, "M42-2026-000023")));

    EXPECT_EQ(xml.at("SpecifiedTradeAllowanceCharge/ActualAmount"), "50.00");
    EXPECT_EQ(xml.at("SpecifiedTradeSettlementHeaderMonetarySummation/LineTotalAmount"), "250.00");
    EXPECT_EQ(xml.at("AllowanceTotalAmount"), "50.00");
    EXPECT_EQ(xml.at("TaxBasisTotalAmount"), "200.00");
    EXPECT_EQ(xml.at("TaxTotalAmount"), "40.00");
    EXPECT_EQ(xml.at("GrandTotalAmount"), "240.00");
    EXPECT_EQ(xml.at("TotalPrepaidAmount"), "240.00");
}

TEST(Cii, HostileNamesStayText)
{
    auto order = samples::advice();
    order.client.name = "]]><x>&\"' \x01\x1f</ram:Name>";
    const Read xml(invoicing::rendering::cii_xml(issued(order, "M42-2026-000022")));

    ASSERT_TRUE(xml.is_well_formed());
    EXPECT_EQ(xml.at("BuyerTradeParty/Name"), "]]><x>&\"' </ram:Name>");
}

TEST(Record, FreezesAndReadsBackTheSameInvoice)
{
    for (const auto& invoice :
         {issued(samples::advice(), "A-1"), issued(samples::portraits(), "A-2"),
          issued(samples::advice_to_germany(), "A-3"), commission()}) {
        const auto record = record_of(invoice);
        EXPECT_EQ(invoice_of(record), invoice);
        EXPECT_EQ(record_of(invoice_of(record)), record);
        EXPECT_EQ(invoicing::rendering::cii_xml(invoice_of(record)),
                  invoicing::rendering::cii_xml(invoice));
    }
}

} // namespace
