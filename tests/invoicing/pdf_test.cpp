#include <gtest/gtest.h>

#include <iomanip>
#include <regex>
#include <sstream>

#include "invoicing/issuing/draft.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "invoicing/rendering/labels.hpp"
#include "tests/invoicing/on_disk.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/support/golden.hpp"

namespace {

using namespace invoicing;
using tests::OnDisk;

Invoice issued(const invoicing::issuing::IssueOrder& order)
{
    return invoicing::issuing::service_invoice(
        order, {"P7K3QF-2026-000001", samples::noon(samples::issued)});
}

invoicing::issuing::IssueOrder of_many_lines(std::size_t count)
{
    auto order = samples::portraits();
    const auto some = order.lines;
    while (order.lines.size() < count)
        order.lines.push_back(some[order.lines.size() % some.size()]);
    return order;
}

std::string without_blanks(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) {
        text.erase(at, 2);
    }
    return text;
}

TEST(Pdf, SameInvoiceSameBytes)
{
    const auto invoice = issued(samples::portraits());
    const auto xml = invoicing::rendering::cii_xml(invoice);

    EXPECT_EQ(invoicing::rendering::factur_x(invoice, xml),
              invoicing::rendering::factur_x(invoice_of(record_of(invoice)), xml));
}

TEST(Pdf, OtherProgramsFindItSoundAndItsFontsEmbedded)
{
    for (const std::size_t lines : {3U, 60U, 1000U}) {
        const auto invoice = issued(of_many_lines(lines));
        const OnDisk file(
            invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));

        const auto check = file.said_by("qpdf --check " + file.path());
        EXPECT_NE(check.find("No syntax or stream encoding errors"), std::string::npos) << check;
        const auto fonts = file.said_by("pdffonts " + file.path() + " | tail -n +3");
        EXPECT_NE(fonts.find("DejaVuSansCondensed"), std::string::npos) << fonts;
        EXPECT_EQ(file.said_by("pdffonts " + file.path() +
                               " | tail -n +3 | grep -cv 'yes yes yes'; true"),
                  "0\n")
            << fonts;
    }
}

TEST(Pdf, TheAttachmentIsTheXmlToTheByte)
{
    const auto invoice = issued(samples::advice());
    const auto xml = invoicing::rendering::cii_xml(invoice);
    const OnDisk file(invoicing::rendering::factur_x(invoice, xml));

    EXPECT_NE(file.said_by("pdfdetach -list " + file.path()).find("factur-x.xml"),
              std::string::npos);
    file.said_by("pdfdetach -saveall -o " + file.folder() + " " + file.path());
    EXPECT_EQ(tests::slurp(file.folder() + "/factur-x.xml"), xml);
}

TEST(Pdf, ThePageSaysWhatTheModelSays)
{
    for (const auto& order : {samples::advice(), samples::franchise_advice(),
                              samples::advice_to_germany(), samples::portraits()}) {
        const auto invoice = issued(order);
        const OnDisk file(
            invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));
        const auto text = without_blanks(file.said_by("pdftotext -layout " + file.path() + " -"));
        const auto says = [&](const std::string& part) {
            EXPECT_NE(text.find(without_blanks(part)), std::string::npos) << part << "\n" << text;
        };
        says(invoice.number);
        says(invoice.seller.name);
        says(invoice.seller.legal_notice);
        says(invoice.seller.siret);
        says(invoice.seller.vat_number);
        says(invoice.buyer.name);
        says(invoice.buyer.address.line_one);
        says(invoice.buyer.vat_number);
        for (const auto& line : invoice.lines)
            says(line.designation);
        for (const auto& line : invoice.lines)
            says(invoicing::rendering::shown(line.net, invoice.language));
        for (const auto& vat : invoice.vat)
            says(vat.reason);
        says("Total TTC " + invoicing::rendering::shown(invoice.totals.gross, invoice.language));
        says("Acquittée - réglée par carte bancaire le 20/10/2026");
        for (const auto& note : invoice.notes) {
            if (note.code != "BAR") says(note.text);
        }
        says("Page 1/1");
    }
}

/// What a reader that knows nothing of Factur-X needs to accept its words (ISO 19005-3, 6.6.2.3).
TEST(Pdf, ItsMetadataDescribeTheirOwnWords)
{
    const auto invoice = issued(samples::portraits());
    const OnDisk file(
        invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));
    const auto metadata = file.said_by("pdfinfo -meta " + file.path());
    for (const auto* described :
         {"<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>",
          "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
          "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
          "<pdfaProperty:name>DocumentFileName</pdfaProperty:name>",
          "<pdfaProperty:name>DocumentType</pdfaProperty:name>",
          "<pdfaProperty:name>Version</pdfaProperty:name>",
          "<pdfaProperty:name>ConformanceLevel</pdfaProperty:name>",
          "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>"})
        EXPECT_NE(metadata.find(described), std::string::npos) << described << "\n" << metadata;
}

/// Where each word stands, in points from the left and from the top: "2 56.7 101.3 Facture".
std::string layout_of(const OnDisk& file)
{
    const auto told = file.said_by("pdftotext -bbox " + file.path() + " -");
    static const std::regex mark(
        R"re(<page|<word xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>([^<]*)</word>)re");
    std::ostringstream layout;
    layout << std::fixed << std::setprecision(1);
    int page = 0;
    for (std::sregex_iterator it(told.begin(), told.end(), mark), end; it != end; ++it) {
        if (!(*it)[1].matched) {
            ++page;
            continue;
        }
        layout << page << ' ' << std::stod((*it)[1]) << ' ' << std::stod((*it)[2]) << ' '
               << (*it)[3] << '\n';
    }
    return layout.str();
}

/// Reviewed as a picture (pdftoppm) whenever a line of it changes.
TEST(Pdf, EveryWordStandsWhereItWasReviewed)
{
    const std::pair<const char*, invoicing::issuing::IssueOrder> reviewed[] = {
        {"mandate-20pct", samples::portraits()},
        {"franchise-293B", samples::franchise_advice()},
        {"reverse-charge-AE", samples::advice_to_germany()},
        {"forty-lines", of_many_lines(40)}};
    for (const auto& [name, order] : reviewed) {
        const auto invoice = issued(order);
        const OnDisk file(
            invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));
        tests::expect_file("tests/golden/invoices/" + std::string(name) + ".layout.txt",
                           layout_of(file));
    }
}

TEST(Pdf, AConsumersPageHasNoFortyEuros)
{
    const auto invoice = issued(samples::portraits());
    const OnDisk file(
        invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));

    EXPECT_EQ(file.said_by("pdftotext " + file.path() + " -").find("40 EUR"), std::string::npos);
}

TEST(Pdf, LongInvoicesTurnThePage)
{
    const auto invoice = issued(of_many_lines(60));
    const OnDisk file(
        invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));

    const auto text = file.said_by("pdftotext " + file.path() + " -");
    for (const auto* page : {"Page 1/4", "Page 2/4", "Page 3/4", "Page 4/4"}) {
        EXPECT_NE(text.find(page), std::string::npos) << page;
    }
    EXPECT_NE(text.find("Total TTC"), std::string::npos);
}

TEST(Pdf, EnglishPagesKeepTheFrenchMentions)
{
    auto order = samples::portraits();
    order.client_language = domain::Language::en;
    const auto invoice = issued(order);
    const OnDisk file(
        invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice)));

    const auto text = without_blanks(file.said_by("pdftotext -layout " + file.path() + " -"));
    for (const auto* part : {"Total incl. VAT €438.80", "Paid by card on 20 October 2026",
                             "Pas d'escompte pour paiement anticipé / No discount"}) {
        EXPECT_NE(text.find(without_blanks(part)), std::string::npos) << part;
    }
}

} // namespace
