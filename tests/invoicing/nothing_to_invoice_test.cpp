// No document is about nothing: what comes to 0.00 takes no number.

#include "domain/core/check.hpp"
#include "invoicing/audit/audit.hpp"
#include "invoicing/issuing/draft.hpp"
#include "tests/invoicing/office.hpp"

namespace {

using namespace domain;
using NothingToInvoice = tests::Office;

TEST_F(NothingToInvoice, WithoutACommissionTheProvidersIsIssuedAlone)
{
    auto order = released(AccountId::fresh(now));
    order.commission = {BasisPoints{1000}, BasisPoints{2000}, eur(0), eur(0)};

    const auto first = issue(order);
    const auto second = issue(order);

    EXPECT_FALSE(first.commission_id);
    EXPECT_EQ(first.service_id, second.service_id);
    EXPECT_EQ(count("invoices"), 1);
    EXPECT_EQ(count("invoice_series"), 1);
    EXPECT_THROW(invoicing::issuing::commission_invoice(order, {"PF-2026-000001", now}, "F1"), Bug);
    const auto report = db.read([](Transaction& tx) { return invoicing::audit::audit(tx); });
    EXPECT_TRUE(report.is_clean());
}

TEST_F(NothingToInvoice, OfWhatWasWhollyGivenBackThereAreNone)
{
    auto order = released(AccountId::fresh(now));
    order.given_back = order.agreed_gross;

    EXPECT_THROW(issue(order), Refused);
    EXPECT_EQ(count("invoices"), 0);
    EXPECT_EQ(count("invoice_series"), 0);
}

} // namespace
