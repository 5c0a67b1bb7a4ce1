// A document that is damaged is named, and keeps no other from its reader.

#include <gmock/gmock.h>

#include "domain/forgetting/destruction_order.hpp"
#include "domain/vault/vault.hpp"
#include "tests/invoicing/archive_office.hpp"

namespace tests {

namespace {

using domain::Category;
using domain::InvoiceId;
using domain::Transaction;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DamagedArchive : public ArchiveOffice {
protected:
    std::vector<InvoiceId> first = sold_by(ben);
    std::vector<InvoiceId> second = sold_by(ben);

    /// Why ben's first invoice, and nothing else, is named as damaged in what his accountant gets
    /// after `statement` about it.
    std::string why_after(const std::string& statement)
    {
        damage(statement, first[0]);
        const auto manifest = exported(own_key_of(ben)).manifest();
        EXPECT_EQ(manifest["count"], 3);
        const auto& damaged = manifest["damaged"];
        if (damaged.size() != 1) return damaged.dump();
        EXPECT_EQ(damaged[0]["number"], number_of(first[0]));
        EXPECT_EQ(damaged[0]["id"], first[0].text());
        return damaged[0]["why"];
    }
};

TEST_F(DamagedArchive, IsNamedWithWhatIsTrustedAndKeepsNoOtherOut)
{
    vault.destroy(first[0].text(), Category::document);
    const auto archive = exported(own_key_of(ben));

    const auto manifest = archive.manifest();
    EXPECT_THAT(archive.numbers("damaged"), ElementsAre(number_of(first[0])));
    EXPECT_EQ(manifest["damaged"][0]["why"], "key_lost");
    EXPECT_EQ(manifest["count"], 3);
    EXPECT_EQ(manifest["sums"]["issued"]["count"], 1);
    EXPECT_EQ(manifest["sums"]["issued"]["gross"], "438.80");
    EXPECT_EQ(manifest["sums"]["issued"]["damaged_left_out"], 1);
    EXPECT_EQ(manifest["sums"]["received"]["gross"], "180.00");
    EXPECT_EQ(manifest["sums"]["received"]["damaged_left_out"], 0);
    const auto rows = archive.rows();
    ASSERT_EQ(rows.size(), 4U);
    for (const auto& row : rows) {
        const bool is_damaged = row.at("numero") == number_of(first[0]);
        EXPECT_EQ(row.at("damaged"), is_damaged ? "clé de déchiffrement perdue (key_lost)" : "non");
        EXPECT_EQ(row.at("total_ttc").empty(), is_damaged);
        EXPECT_EQ(row.at("pdf").empty(), is_damaged);
        EXPECT_TRUE(is_damaged || archive.has(row.at("pdf"))) << row.at("pdf");
    }
}

TEST_F(DamagedArchive, SaysThatColumnsAreNotWhatWasIssued)
{
    EXPECT_EQ(why_after("UPDATE invoices SET number = 'FAKE-1' WHERE id = "), "columns_changed");
}

TEST_F(DamagedArchive, SaysThatNobodyIsAPartyOfItAnyMore)
{
    EXPECT_EQ(why_after("UPDATE invoices SET buyer_id = 'nobody', issuer_id = 'x' WHERE id = "),
              "columns_changed");
}

TEST_F(DamagedArchive, SaysThatTheRowIsGone)
{
    EXPECT_EQ(why_after("DELETE FROM invoices WHERE id = "), "columns_changed");
}

TEST_F(DamagedArchive, SaysThatItsEntryInTheChainIsNotWhatItWasAndOfNoOther)
{
    EXPECT_EQ(why_after("UPDATE invoice_chain SET hash = 'x' WHERE invoice_id = "), "link_changed");
}

TEST_F(DamagedArchive, IsMetInThePeriodOfItsRowToo)
{
    damage("UPDATE invoice_chain SET issued_at = 1 WHERE entry = 'invoice' AND invoice_id = ",
           first[0]);
    const auto archive = exported(own_key_of(ben), "?from=2026-11-01&to=2026-11-30");
    EXPECT_THAT(archive.numbers("damaged"), ElementsAre(number_of(first[0])));
}

TEST_F(DamagedArchive, SaysNoMoreThanThatToWhoeverAsksForIt)
{
    EXPECT_EQ(get("/readyz").body["documents_damaged"], 0);
    vault.destroy(first[0].text(), Category::document);

    for (const auto* part : {"document", "xml"}) {
        const auto answer = get(path_of(first[0], part), abby.bearer);
        EXPECT_EQ(answer.status, 409);
        EXPECT_EQ(answer.body["title"], "damaged");
        EXPECT_THAT(answer.body["detail"].get<std::string>(), HasSubstr("endommagé"));
    }
    for (const auto* part : {"", "/document", "/xml"}) {
        const auto path = "/v1/invoices/" + first[0].text() + part;
        EXPECT_EQ(get(path, ana.bearer).body["title"], "damaged") << part;
        EXPECT_EQ(get(path, zoe.bearer).status, 404) << part;
    }
    EXPECT_EQ(get(path_of(second[0], "document"), abby.bearer).status, 200);
    const auto ready = get("/readyz").body;
    EXPECT_EQ(ready["status"], "ready_with_warnings");
    EXPECT_EQ(ready["documents_damaged"], 1) << "however often it is read";
}

TEST_F(DamagedArchive, IsNotWhatWasDestroyedInDueTime)
{
    db.transaction([&](Transaction& tx) {
        domain::forgetting::order_destruction(tx, "invoice", first[0].text());
    });
    vault.destroy(first[0].text(), Category::document);

    EXPECT_EQ(get(path_of(first[0], "document"), abby.bearer).status, 410);
    const auto archive = exported(own_key_of(ben));
    EXPECT_THAT(archive.numbers("damaged"), IsEmpty());
    EXPECT_THAT(archive.numbers("destroyed"), ElementsAre(number_of(first[0])));
    EXPECT_EQ(archive.manifest()["sums"]["issued"]["damaged_left_out"], 0);
    EXPECT_EQ(get("/readyz").body["documents_damaged"], 0);
}

TEST_F(DamagedArchive, IsNamedByListsThatWouldShowItsColumns)
{
    damage("UPDATE invoices SET gross_minor = gross_minor + 1, vat_minor = vat_minor + 1, "
           "number = 'FAKE-1' WHERE id = ",
           first[0]);

    const std::pair<std::string, std::string> lists[] = {{"/v1/archive/invoices", own_key_of(ben)},
                                                         {"/v1/invoices", ben.bearer}};
    for (const auto& [list, reader] : lists) {
        const auto shown = get(list, reader);
        EXPECT_EQ(shown.body["items"].size(), 3U) << list;
        ASSERT_EQ(shown.body["damaged"].size(), 1U) << list;
        EXPECT_EQ(shown.body["damaged"][0]["number"], number_of(first[0]));
        EXPECT_EQ(shown.body["damaged"][0]["why"], "columns_changed");
        EXPECT_EQ(shown.bytes.find("FAKE-1"), std::string::npos);
    }
}

/// Whoever would make it readable for somebody else makes it unreadable.
TEST_F(DamagedArchive, IsNotReadByWhomItsRowNamesNow)
{
    damage("UPDATE invoices SET buyer_id = '" + zoe.id.text() + "' WHERE id = ", first[0]);

    EXPECT_EQ(get("/v1/invoices/" + first[0].text(), zoe.bearer).body["title"], "damaged");
    EXPECT_EQ(get("/v1/invoices", zoe.bearer).body["items"].size(), 0U);
    EXPECT_THAT(exported(own_key_of(zoe)).numbers("invoices"), IsEmpty());
}

} // namespace

} // namespace tests
