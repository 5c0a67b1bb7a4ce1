#include <gtest/gtest.h>

#include <array>

#include "invoicing/issuing/draft.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "tests/invoicing/on_disk.hpp"
#include "tests/invoicing/pdfa.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;

constexpr std::size_t documents = 200;

constexpr std::array names = {"Ana Martin",        "Łukasz Żółć-D’Arcy", "Ελένη Παπαδοπούλου",
                              "Олена Шевченко",    "مریم رضایی",         "Նարինե Հակոբյան",
                              "Nguyễn Thị Mai Anh"};

issuing::IssueOrder deal(std::size_t n)
{
    auto order = std::array{samples::portraits(), samples::advice(), samples::franchise_advice(),
                            samples::advice_to_germany()}[n % 4];
    order.client.name = names[n % names.size()];
    if (n % 3 == 0) order.client.trade_name = "Fil & Aiguille";
    if (n % 3 == 1) order.provider.trade_name = names[(n + 3) % names.size()];
    if (n % 5 == 0) order.client_language = order.provider_language = domain::Language::en;
    if (n % 7 == 0) order.given_back = domain::eur(50'01);
    order.provider_vat_on_debits = n % 11 == 0;
    const auto one = order.lines.front();
    while (order.lines.size() < 1 + n % 40)
        order.lines.push_back(one);
    return order;
}

/// The n-th of a varied lot: both kinds, the VAT cases, scripts, languages, one to several pages.
Invoice document(std::size_t n)
{
    const issuing::Numbered numbered{"P7K3QF-2026-" + std::to_string(100'000 + n),
                                     samples::noon(samples::issued)};
    const bool is_commission = n / 4 % 4 == 3;
    return is_commission ? issuing::commission_invoice(deal(n), numbered, "P7K3QF-2026-000001")
                         : issuing::service_invoice(deal(n), numbered);
}

TEST(ManyDocuments, AreAllSoundPdfA3B)
{
    for (std::size_t n = 0; n < documents; ++n) {
        SCOPED_TRACE(n);
        const auto invoice = document(n);
        const auto bytes = rendering::factur_x(invoice, rendering::cii_xml(invoice));

        EXPECT_EQ(tests::missing_for_factur_x(bytes), std::vector<std::string>{});
        const tests::OnDisk file(bytes);
        const auto check = file.said_by("qpdf --check " + file.path());
        EXPECT_NE(check.find("No syntax or stream encoding errors"), std::string::npos) << check;
        EXPECT_EQ(file.said_by("pdffonts " + file.path() +
                               " | tail -n +3 | grep -cv 'yes yes yes'; true"),
                  "0\n");
    }
}

} // namespace
