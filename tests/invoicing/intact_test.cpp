#include "domain/forgetting/destruction_order.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/issuing/intact.hpp"
#include "tests/invoicing/tampering.hpp"

namespace tests {

namespace {

using namespace domain;
using invoicing::issuing::Damage;
using invoicing::issuing::Look;

/// One document of a book, as whoever reads it finds it.
class Intact : public Book {
protected:
    void SetUp() override { given_a_book(); }

    InvoiceId id() const { return *orders[1].commission_id; }

    std::optional<Damage> damage(Transaction& tx, Look look = Look::file)
    {
        return invoicing::issuing::damage_of(
            tx, invoicing::issuing::maybe_summary(tx, id()).value(), look);
    }

    std::optional<Damage> damage_after(const std::string& statement, Look look = Look::file)
    {
        Hand hand(databases, vault, now);
        hand.begin();
        hand.tx.run(statement + "'" + id().text() + "'");
        const auto found = damage(hand.tx, look);
        hand.undo();
        hand.run_on_keys("DROP TABLE kept");
        return found;
    }
};

TEST_F(Intact, IsADocumentThatIsWhatItsEntriesCommitTo)
{
    db.read([&](Transaction& tx) { EXPECT_EQ(damage(tx), std::nullopt); });
}

TEST_F(Intact, IsADocumentThatIsNotRenderedYet)
{
    orders[1] = issue(released(provider));
    db.read([&](Transaction& tx) { EXPECT_EQ(damage(tx), std::nullopt); });
}

TEST_F(Intact, SaysWhatIsDamaged)
{
    const std::string other = "(SELECT o.record FROM invoices o WHERE o.series = 'PF' AND o.n = 3)";
    EXPECT_EQ(damage_after("UPDATE invoices SET vat_minor = 1 WHERE id = "),
              Damage::columns_changed);
    EXPECT_EQ(damage_after("DELETE FROM invoice_salts WHERE invoice_id = "),
              Damage::columns_changed);
    EXPECT_EQ(damage_after("UPDATE invoices SET record = " + other + " WHERE id = "),
              Damage::record_changed);
    EXPECT_EQ(damage_after("UPDATE invoices SET xml = 'eHh4' WHERE id = "), Damage::xml_changed);
    EXPECT_EQ(damage_after("UPDATE invoice_chain SET hash = 'x' WHERE invoice_id = "),
              Damage::link_changed);
    EXPECT_EQ(damage_after("DELETE FROM invoice_files WHERE invoice_id = "), Damage::file_lost);
    EXPECT_EQ(damage_after("DELETE FROM invoice_file_chunks WHERE invoice_id = "),
              Damage::file_lost);
    EXPECT_EQ(damage_after("UPDATE invoice_files SET stored_at = 1 WHERE invoice_id = "),
              Damage::file_changed);
    EXPECT_EQ(damage_after("UPDATE invoice_file_chunks SET content = 'eHh4' WHERE invoice_id = "),
              Damage::file_changed);
    EXPECT_EQ(damage_after("DELETE FROM invoice_files WHERE invoice_id = ", Look::content),
              std::nullopt)
        << "whoever does not ask for the file is told nothing of it";
}

/// Nobody has the right to a document whose key is gone, but one was destroyed and the other lost.
TEST_F(Intact, TellsALostKeyFromAnOrderedDestruction)
{
    vault.destroy(id().text(), Category::document);
    db.read([&](Transaction& tx) { EXPECT_EQ(damage(tx), Damage::key_lost); });

    db.transaction(
        [&](Transaction& tx) { forgetting::order_destruction(tx, "invoice", id().text()); });
    db.read([&](Transaction& tx) { EXPECT_EQ(damage(tx), std::nullopt); });
}

TEST_F(Intact, APdfThatIsLostIsPutBackOnlyAsItWas)
{
    const auto bytes =
        db.read([&](Transaction& tx) { return invoicing::issuing::file_bytes(tx, id()).value(); });
    Hand hand(databases, vault, now);
    hand.tx.run("DELETE FROM invoice_file_chunks");
    hand.tx.run("DELETE FROM invoice_files");

    db.transaction([&](Transaction& tx) {
        EXPECT_EQ(damage(tx), Damage::file_lost);
        EXPECT_FALSE(invoicing::issuing::is_original(tx, id(), bytes + "x"));
        ASSERT_TRUE(invoicing::issuing::is_original(tx, id(), bytes));
        invoicing::issuing::put_back(tx, id(), bytes);
        EXPECT_EQ(damage(tx), std::nullopt);
        EXPECT_EQ(invoicing::issuing::file_bytes(tx, id()), bytes);
    });
}

} // namespace

} // namespace tests
