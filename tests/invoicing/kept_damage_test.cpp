// What was found damaged is known to every process, until it is found whole again.

#include <gmock/gmock.h>

#include "domain/forgetting/destruction_order.hpp"
#include "invoicing/issuing/finding_store.hpp"
#include "invoicing/issuing/findings.hpp"
#include "tests/invoicing/archive_office.hpp"

namespace tests {

namespace {

using domain::InvoiceId;
using domain::Transaction;
namespace issuing = invoicing::issuing;

class KeptDamage : public ArchiveOffice {
protected:
    InvoiceId id = sold_by(ben)[0];
    Hand hand{databases, vault, now};

    void add_to_net(const std::string& minor)
    {
        hand.tx.run("UPDATE invoices SET net_minor = net_minor + " + minor +
                    ", gross_minor = gross_minor + " + minor + " WHERE id = '" + id.text() + "'");
    }

    int read_by_ana() { return get("/v1/invoices/" + id.text(), ana.bearer).status; }

    std::int64_t damaged() { return get("/readyz").body["documents_damaged"]; }

    /// As `series audit --deep` does.
    void look_inside()
    {
        invoicing::audit::Report report;
        issuing::Findings found;
        db.read(
            [&](Transaction& tx) { return invoicing::audit::look_inside(tx, "", report, found); });
        issuing::keep(db, found);
    }
};

TEST_F(KeptDamage, IsToldUntilTheDocumentIsReadWholeAgain)
{
    add_to_net("1");
    EXPECT_EQ(damaged(), 0) << "nobody has looked";

    for (int times = 0; times < 2; ++times)
        EXPECT_EQ(read_by_ana(), 409);
    EXPECT_EQ(damaged(), 1) << "however often it is read";
    const auto listed = db.read(issuing::all_kept);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].number, number_of(id));
    EXPECT_EQ(listed[0].damage, "columns_changed");
    EXPECT_EQ(get("/readyz").body["status"], "ready_with_warnings");
    EXPECT_EQ(count("document_damages"), 1) << "in no process, but where all of them look";

    add_to_net("-1");
    EXPECT_EQ(damaged(), 1) << "nobody has looked again";
    EXPECT_EQ(read_by_ana(), 200);
    EXPECT_EQ(damaged(), 0);
    EXPECT_EQ(count("document_damages WHERE resolved_at IS NOT NULL"), 1) << "it stays written";
}

TEST_F(KeptDamage, IsFoundAndEndedByADeepAuditThoughNobodyReads)
{
    add_to_net("1");
    look_inside();
    EXPECT_EQ(damaged(), 1);

    add_to_net("-1");
    look_inside();
    EXPECT_EQ(damaged(), 0);
}

TEST_F(KeptDamage, IsFoundByADeepAuditWhereTheRowIsGone)
{
    hand.tx.run("DELETE FROM invoices WHERE id = '" + id.text() + "'");
    look_inside();
    EXPECT_EQ(damaged(), 1);
}

TEST_F(KeptDamage, IsFoundByTheExportThatMeetsIt)
{
    add_to_net("1");
    exported(own_key_of(ben));
    EXPECT_EQ(damaged(), 1);
}

TEST_F(KeptDamage, IsToldAgainWhenItComesBack)
{
    for (const auto* minor : {"1", "-1", "1"}) {
        add_to_net(minor);
        read_by_ana();
    }
    EXPECT_EQ(damaged(), 1);
}

TEST_F(KeptDamage, EndsWithTheDocument)
{
    add_to_net("1");
    read_by_ana();
    issuing::Findings late;
    db.read([&](Transaction& tx) {
        late.add({.link = issuing::evidence_of(tx, id.text()).front().link,
                  .damages = {issuing::Damage::columns_changed},
                  .is_news = true});
    });
    db.transaction([&](Transaction& tx) {
        domain::forgetting::order_destruction(tx, "invoice", id.text());
        issuing::destroy(tx, id);
    });
    EXPECT_EQ(count("document_damages"), 0);

    issuing::keep(db, late); // whoever read it while it ended
    EXPECT_EQ(count("document_damages"), 0);
}

} // namespace

} // namespace tests
