#include <algorithm>
#include <fstream>
#include <sstream>

#include "invoicing/issuing/file_store.hpp"
#include "invoicing/series/series_store.hpp"
#include "tests/invoicing/edits.hpp"

namespace tests {

namespace {

using namespace domain;
using invoicing::audit::Code;

class Audit : public Book {
protected:
    bool names(const invoicing::audit::Report& report, const std::string& number, Code code)
    {
        return std::ranges::any_of(report.faults(), [&](const auto& fault) {
            return fault.code == code && fault.number == number;
        });
    }
};

/// What an operator is told stands in the reference, in the same words.
TEST(AuditReference, ListsEveryFault)
{
    std::ostringstream page;
    page << std::ifstream(SOURCE_DIR "/ops/reference/chain.md").rdbuf();
    std::string lines = "| code | meaning |\n|---|---|\n";
    for (const auto code : values_of<Code>())
        lines += "| " + std::string(name(code)) + " | " + std::string(meaning(code)) + " |\n";
    EXPECT_NE(page.str().find(lines), std::string::npos) << lines;
}

TEST_F(Audit, FindsNothingWrongInAnUntouchedBook)
{
    given_a_book();

    const auto report = audited(true);
    EXPECT_TRUE(report.is_clean()) << text_of(report);
    ASSERT_EQ(report.series.size(), 2U);
    const auto& own = report.series.at("PF");
    EXPECT_EQ(own.invoices, 3);
    EXPECT_EQ(own.links, 6);
    EXPECT_EQ(own.signed_up_to, 6);
    EXPECT_EQ(own.destroyed, 0);
}

TEST_F(Audit, NamesEveryEditBySeriesAndNumber)
{
    given_a_book();
    Hand hand(databases, vault, now);
    EXPECT_EQ(edits().size(), 60U);

    for (const auto& edit : edits()) {
        SCOPED_TRACE(edit.what);
        hand.begin();
        edit.make(hand);
        const auto report = audited(hand.session, edit.deep);
        hand.undo();
        const bool is_named = std::ranges::any_of(report.faults(), [&](const auto& fault) {
            return fault.code == edit.code && fault.number == edit.number &&
                   fault.series == edit.series;
        });
        EXPECT_TRUE(is_named) << "no " << name(edit.code) << " at " << edit.number << ":\n"
                              << text_of(report);
    }
    const auto report = audited(true);
    EXPECT_TRUE(report.is_clean()) << "every edit was undone:\n" << text_of(report);
}

/// What an auditor cannot know from the databases alone; the exports that were made since can tell.
TEST_F(Audit, CannotSeeWhatWasCutOffAfterTheLastHead)
{
    given_a_book();
    given_an_order();
    Hand hand(databases, vault, now);
    hand.begin();
    for (const auto& series :
         std::vector<std::string>{"PF", invoicing::provider_series(provider, 0)}) {
        const auto fourth = " WHERE series = '" + series + "' AND n = 4";
        for (const auto& statement : without_rows(fourth))
            hand.tx.run(statement);
        hand.tx.run("DELETE FROM invoice_chain" + fourth);
        hand.chain_again(series);
    }
    const auto report = audited(hand.session, true);
    hand.undo();
    EXPECT_TRUE(report.is_clean()) << text_of(report);

    sign();
    given_an_order();
    hand.begin();
    hand.tx.run("DELETE FROM invoice_chain WHERE series = 'PF' AND n = 4");
    EXPECT_TRUE(names(audited(hand.session, false), "PF-2026-000004", Code::head_not_in_chain));
    hand.undo();
}

TEST_F(Audit, GoesOnAfterEachFault)
{
    given_a_book();
    Hand hand(databases, vault, now);
    hand.begin();
    hand.tx.run("UPDATE invoices SET record = 'no sealed text' WHERE series = 'PF' AND n = 1");
    hand.tx.run("UPDATE invoices SET xml = 'eHh4' WHERE series = 'PF' AND n = 2");
    hand.tx.run("UPDATE invoices SET buyer_id = 'nobody' WHERE series = 'PF' AND n = 3");
    hand.tx.run("UPDATE invoice_chain SET version = 9 WHERE series <> 'PF' AND position = 1");
    const auto report = audited(hand.session, true);
    hand.undo();

    EXPECT_TRUE(names(report, "PF-2026-000001", Code::record_changed)) << text_of(report);
    EXPECT_TRUE(names(report, "PF-2026-000002", Code::xml_changed)) << text_of(report);
    EXPECT_TRUE(names(report, "PF-2026-000003", Code::columns_changed)) << text_of(report);
    EXPECT_TRUE(names(report, summary(orders[0].service_id).number, Code::version_unknown));
}

/// As the command does it: several series at once, on connections of their own.
TEST_F(Audit, OfSeveralSeriesAtOnceFindsTheSame)
{
    for (int i = 0; i < 12; ++i) {
        provider = AccountId::fresh(now);
        given_an_order();
    }
    sign();
    std::int64_t heard = 0;
    const auto hear = [&](std::int64_t links) { heard = links; };
    EXPECT_TRUE(invoicing::audit::audit(db, hear).is_clean());
    EXPECT_EQ(heard, 48);

    Hand hand(databases, vault, now);
    hand.tx.run("UPDATE invoice_chain SET issued_at = issued_at + 1 WHERE position = 1");
    hand.tx.run("DELETE FROM invoice_series WHERE series = 'PF'");
    const auto at_once = invoicing::audit::audit(db, hear);
    EXPECT_EQ(at_once.faults(), audited().faults());
    EXPECT_EQ(at_once.faults().size(), 26U) << text_of(at_once); // link and counter of each
    EXPECT_EQ(at_once.series.size(), 13U);
}

TEST_F(Audit, NamesAnInvoiceThatNobodyRendered)
{
    given_a_book();
    const auto issued = issue(released(provider));
    EXPECT_TRUE(audited().is_clean()) << "it is a matter of seconds";
    now += std::chrono::hours{2};
    EXPECT_TRUE(names(audited(), "PF-2026-000004", Code::not_rendered));

    render(*issued.commission_id);
    EXPECT_FALSE(names(audited(), "PF-2026-000004", Code::not_rendered));
    EXPECT_FALSE(audited().is_clean()) << "the other one waits";
}

TEST_F(Audit, NamesAHeadThatNobodySigned)
{
    given_a_book();
    Hand hand(databases, vault, now);
    for (const auto* forgery :
         {"UPDATE series_heads SET signed_at = signed_at + 1 WHERE series = 'PF'",
          "UPDATE series_heads SET number = 'PF-2026-000001' WHERE series = 'PF'",
          "UPDATE series_heads SET key_id = 'x' WHERE series = 'PF'",
          "UPDATE series_heads SET version = 1 WHERE series = 'PF'",
          "UPDATE series_heads SET signature = 'eHh4' WHERE series = 'PF'"}) {
        hand.begin();
        hand.tx.run(forgery);
        const auto report = audited(hand.session, false);
        hand.undo();
        EXPECT_EQ(report.faults().size(), 1U) << forgery << text_of(report);
        EXPECT_EQ(report.faults().front().code, Code::head_unsigned);
    }
}

/// A duplicate has a link and bytes of its own, and is looked at as the original is.
TEST_F(Audit, LooksAtDuplicatesToo)
{
    given_a_book();
    db.transaction([&](Transaction& tx) {
        const auto invoice =
            invoicing::issuing::maybe_summary(tx, *orders[1].commission_id).value();
        auto series = invoicing::series::lock_series(tx, invoice.series);
        for (const auto* bytes : {"rendered again", "and again"}) {
            invoicing::issuing::insert_file(tx, series, invoice, bytes,
                                            invoicing::Entry::duplicate);
        }
        EXPECT_EQ(invoicing::issuing::duplicates_of(tx, invoice.id).size(), 2U);
    });
    EXPECT_TRUE(audited(true).is_clean()) << text_of(audited(true));

    Hand hand(databases, vault, now);
    hand.begin();
    hand.tx.run("UPDATE invoice_file_chunks SET content = 'eHh4' WHERE position = 8");
    EXPECT_TRUE(names(audited(hand.session, true), "PF-2026-000002", Code::file_changed));
    hand.undo();
}

} // namespace

} // namespace tests
