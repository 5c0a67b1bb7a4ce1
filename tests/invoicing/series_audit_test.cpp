#include <map>

#include "invoicing/issuing/series_audit.hpp"
#include "tests/invoicing/office.hpp"

namespace {

using namespace invoicing;
using namespace domain;

/// Tampering as somebody with the database's own password could do it.
class SeriesAudit : public tests::Office {
protected:
    AccountId provider = AccountId::fresh(now);

    void given_three_orders()
    {
        for (int i = 0; i < 3; ++i) {
            render(issue(released(provider)).service_id);
            now += std::chrono::minutes{1};
        }
    }

    void tamper(const std::string& table, const std::vector<std::string>& guards,
                const std::string& statement)
    {
        db.transaction([&](Transaction& tx) {
            const bool sqlite = tx.dialect() == domain::storage::Dialect::sqlite;
            for (const auto& guard : guards) {
                tx.run("DROP TRIGGER " + guard + (sqlite ? "" : " ON " + table));
            }
            tx.run(statement);
        });
    }

    std::string series() const { return provider_series(provider, 0); }

    invoicing::issuing::SeriesFinding finding_of(const std::string& wanted)
    {
        const auto report = db.read([](Transaction& tx) { return invoicing::issuing::audit(tx); });
        for (const auto& finding : report.series) {
            if (finding.series == wanted) return finding;
        }
        ADD_FAILURE() << "no series " << wanted;
        return {};
    }
};

TEST_F(SeriesAudit, AnUntouchedBookIsClean)
{
    given_three_orders();

    const auto finding = finding_of(series());
    EXPECT_TRUE(finding.is_clean());
    EXPECT_EQ(finding.invoices, 3);
    EXPECT_EQ(finding.destroyed, 0);
    EXPECT_TRUE(finding_of("PF").is_clean());
}

TEST_F(SeriesAudit, AChangedAmountIsNoticed)
{
    given_three_orders();
    tamper("invoices", {"invoices_no_update"},
           "UPDATE invoices SET record = (SELECT i.record FROM invoices i WHERE i.n = 2 AND "
           "i.kind = 'service_invoice') WHERE n = 1 AND kind = 'service_invoice'");

    // A sealed record moved to another row does not even open.
    EXPECT_THROW(finding_of(series()), std::exception);
}

TEST_F(SeriesAudit, AChangedSaltIsNoticed)
{
    given_three_orders();
    tamper("invoice_salts", {"invoice_salts_no_update"}, "UPDATE invoice_salts SET salt = 'x'");

    EXPECT_FALSE(finding_of(series()).records_match);
}

TEST_F(SeriesAudit, AMissingLinkIsNoticed)
{
    given_three_orders();
    tamper("invoice_chain", {"invoice_chain_no_delete"},
           "DELETE FROM invoice_chain WHERE entry = 'invoice' AND n = 2 AND series <> 'PF'");

    const auto finding = finding_of(series());
    EXPECT_EQ(finding.gaps, 1);
    EXPECT_FALSE(finding.chain_holds);
    EXPECT_FALSE(finding.records_match);
}

TEST_F(SeriesAudit, ACutTailIsNoticed)
{
    given_three_orders();
    tamper("invoice_chain", {"invoice_chain_no_delete"},
           "DELETE FROM invoice_chain WHERE n = 3 AND series = 'PF'");

    EXPECT_FALSE(finding_of("PF").counter_agrees);
}

TEST_F(SeriesAudit, ARewrittenLinkIsNoticed)
{
    given_three_orders();
    tamper("invoice_chain", {"invoice_chain_no_update"},
           "UPDATE invoice_chain SET issued_at = issued_at + 86400000000 WHERE n = 1 AND "
           "entry = 'invoice' AND series = 'PF'");
    EXPECT_FALSE(finding_of("PF").in_order);

    tamper("invoice_chain", {},
           "UPDATE invoice_chain SET commitment = 'x' WHERE n = 2 AND series = 'PF'");
    EXPECT_FALSE(finding_of("PF").chain_holds);
}

TEST_F(SeriesAudit, ADuplicateNumberIsNoticed)
{
    given_three_orders();
    tamper("invoice_chain", {"invoice_chain_no_update"},
           "UPDATE invoice_chain SET n = 1 WHERE n = 2 AND entry = 'invoice' AND series = 'PF'");

    EXPECT_EQ(finding_of("PF").duplicates, 1);
}

TEST_F(SeriesAudit, ASetBackCounterIsNoticed)
{
    given_three_orders();
    tamper("invoice_series", {"invoice_series_only_forward"},
           "UPDATE invoice_series SET last_n = 2 WHERE series = 'PF'");

    EXPECT_FALSE(finding_of("PF").counter_agrees);
}

TEST_F(SeriesAudit, ALinkBeyondTheCounterIsNoticed)
{
    given_three_orders();
    tamper("invoice_chain", {},
           "INSERT INTO invoice_chain (series, position, entry, invoice_id, year, n, issued_at, "
           "commitment, hash) SELECT series, 99, entry, 'inv_x', year, 4, issued_at, commitment, "
           "hash FROM invoice_chain WHERE series = 'PF' AND position = 3");

    EXPECT_FALSE(finding_of("PF").counter_agrees);
}

TEST_F(SeriesAudit, AnInvoiceThatNobodyRenderedIsNoticed)
{
    given_three_orders();
    const auto issued = issue(released(provider));
    EXPECT_EQ(finding_of("PF").without_document, 0) << "it is a matter of seconds";
    now += std::chrono::hours{2};
    EXPECT_EQ(finding_of("PF").without_document, 4);
    EXPECT_FALSE(finding_of("PF").is_clean());

    render(*issued.commission_id);
    EXPECT_EQ(finding_of("PF").without_document, 3);
}

TEST_F(SeriesAudit, AnInvoiceDeletedWithoutItsOrderIsNoticed)
{
    given_three_orders();
    db.transaction([&](Transaction& tx) {
        const bool sqlite = tx.dialect() == domain::storage::Dialect::sqlite;
        tx.run(std::string("DROP TRIGGER invoices_no_delete") + (sqlite ? "" : " ON invoices"));
        tx.run(std::string("DROP TRIGGER invoice_salts_no_delete") +
               (sqlite ? "" : " ON invoice_salts"));
        tx.run("DELETE FROM invoice_salts WHERE invoice_id IN (SELECT id FROM invoices WHERE n = 3 "
               "AND series = 'PF')");
        tx.run("DELETE FROM invoices WHERE n = 3 AND series = 'PF'");
    });

    EXPECT_EQ(finding_of("PF").destroyed_without_order, 1);
    EXPECT_FALSE(finding_of("PF").is_clean());
}

} // namespace
