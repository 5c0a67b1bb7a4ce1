#include "domain/core/crypto.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/series/anchor_store.hpp"
#include "invoicing/series/head_store.hpp"
#include "tests/invoicing/edits.hpp"

namespace tests {

namespace {

using namespace domain;
using invoicing::audit::Code;

class Anchors : public Book {
protected:
    invoicing::series::Anchors anchors()
    {
        return vault.keys().read_latest(invoicing::series::all_anchors);
    }

    /// Every fault at that number, in the order of finding.
    static std::vector<Code> codes_at(const invoicing::audit::Report& report,
                                      const std::string& number)
    {
        std::vector<Code> codes;
        for (const auto& fault : report.faults()) {
            if (fault.series == "PF" && fault.number == number) codes.push_back(fault.code);
        }
        return codes;
    }

    /// Two orders signed, and one more.
    void given_two_heads()
    {
        given_an_order();
        given_an_order();
        sign();
        given_an_order();
        sign();
    }

    /// The platform's third invoice and every head that covers it are gone from the data, which
    /// agree.
    void cut_off(Hand& hand)
    {
        const std::string third = " WHERE series = 'PF' AND n = 3";
        for (const auto& statement : without_rows(third))
            hand.tx.run(statement);
        hand.tx.run("DELETE FROM invoice_chain" + third);
        hand.tx.run("DELETE FROM series_heads WHERE series = 'PF' AND position > 4");
        hand.chain_again("PF");
    }
};

TEST_F(Anchors, RememberTheLastHeadOfEverySeries)
{
    given_a_book();
    ASSERT_EQ(anchors().size(), 2U);
    const auto first = anchors().at("PF");
    EXPECT_EQ(first.position, 6);
    EXPECT_EQ(first.number, "PF-2026-000003");

    given_an_order();
    const auto heads = sign();
    ASSERT_EQ(heads.size(), 2U);
    const auto& own = heads[0].series == "PF" ? heads[0] : heads[1];
    EXPECT_EQ(own.head_before, first.head_hash) << "it follows the one before";
    EXPECT_EQ(anchors().at("PF").position, 8);
    EXPECT_EQ(anchors().at("PF").head_hash, hash_of(own));
    EXPECT_TRUE(audited(true).is_clean()) << text_of(audited(true));
}

/// Whoever has the data alone deletes the last invoices with the heads that cover them.
TEST_F(Anchors, NameWhatWasCutOffWithItsHeads)
{
    given_two_heads();
    Hand hand(databases, vault, now);
    hand.begin();
    cut_off(hand);
    const auto report = audited(hand.session, true);
    hand.undo();
    EXPECT_EQ(codes_at(report, "PF-2026-000003"),
              (std::vector{Code::head_missing, Code::behind_anchor}))
        << text_of(report);
    EXPECT_TRUE(audited(true).is_clean());
}

TEST_F(Anchors, NameAHeadGoneFromTheMiddle)
{
    for (int i = 0; i < 3; ++i) {
        given_an_order();
        sign();
    }
    Hand hand(databases, vault, now);
    for (const auto& [gone, named] :
         {std::pair(2, "PF-2026-000002"), std::pair(4, "PF-2026-000003")}) {
        hand.begin();
        hand.tx.run("DELETE FROM series_heads WHERE series = 'PF' AND position = :position", gone);
        const auto report = audited(hand.session, false);
        hand.undo();
        EXPECT_EQ(report.faults().size(), 1U) << text_of(report);
        EXPECT_EQ(codes_at(report, named), (std::vector{Code::head_chain_broken}));
    }
}

TEST_F(Anchors, NameASeriesOfWhichNothingIsLeft)
{
    given_a_book();
    Hand hand(databases, vault, now);
    hand.begin();
    for (const auto& statement : without_rows(" WHERE series = 'PF'"))
        hand.tx.run(statement);
    for (const auto* table : {"invoice_chain", "series_heads", "invoice_series"})
        hand.tx.run("DELETE FROM " + std::string(table) + " WHERE series = 'PF'");
    const auto report = audited(hand.session, false);
    hand.undo();
    EXPECT_EQ(codes_at(report, "PF-2026-000003"),
              (std::vector{Code::series_lost, Code::head_missing, Code::behind_anchor}))
        << text_of(report);
}

/// A program that was stopped between the two commits left a head that no anchor knows.
TEST_F(Anchors, MayBeBehindTheDataAndCatchUp)
{
    given_an_order();
    sign();
    given_an_order();
    db.transaction([](Transaction& tx) { invoicing::series::sign_heads(tx); });
    EXPECT_EQ(anchors().at("PF").position, 2);
    EXPECT_TRUE(audited().is_clean()) << text_of(audited());

    given_an_order();
    EXPECT_EQ(sign().size(), 2U);
    EXPECT_EQ(anchors().at("PF").position, 6);
    EXPECT_TRUE(audited().is_clean()) << text_of(audited());

    db.transaction([](Transaction& tx) { invoicing::series::sign_heads(tx); });
    EXPECT_TRUE(sign().empty()) << "nothing moved";
}

/// The next hour's head must not make good for the one that was deleted.
TEST_F(Anchors, KeepASeriesThatLostItsHeadFromBeingSigned)
{
    given_two_heads();
    Hand hand(databases, vault, now);
    cut_off(hand);
    given_an_order(); // the third anew, and the provider's fourth
    given_an_order();

    const auto heads = sign();
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_NE(heads[0].series, "PF");
    EXPECT_EQ(anchors().at("PF").position, 6);
    EXPECT_EQ(codes_at(audited(), "PF-2026-000003").back(), Code::head_not_in_chain);
}

/// Whoever has the signing key, but not the key database's memory, puts another in its place.
TEST_F(Anchors, KnowAHeadFromAnotherOfItsPosition)
{
    given_a_book();
    Hand hand(databases, vault, now);
    hand.begin();
    auto head = invoicing::series::maybe_head(hand.tx, "PF", 6).value();
    head.signed_at += std::chrono::seconds{1};
    head.signature =
        to_base64(vault::Signer::of(vault).value().signature(purpose_of(head), signed_lines(head)));
    hand.tx.run("DELETE FROM series_heads WHERE series = 'PF' AND position = 6");
    ASSERT_TRUE(invoicing::series::insert(hand.tx, head));
    const auto report = audited(hand.session, false);
    hand.undo();
    EXPECT_EQ(codes_at(report, "PF-2026-000003"), (std::vector{Code::head_missing}))
        << text_of(report);
}

/// A head that nobody signed moves no anchor, however far it claims to have got.
TEST_F(Anchors, FollowSignedHeadsOnly)
{
    given_a_book();
    Hand hand(databases, vault, now);
    hand.tx.run(R"(
        INSERT INTO series_heads (version, series, position, number, hash, signed_at, head_before,
                                  key_id, signature)
        SELECT version, series, 99, number, hash, signed_at, CAST(:before AS TEXT), key_id,
               signature
          FROM series_heads
         WHERE series = 'PF')",
                anchors().at("PF").head_hash);
    db.read_latest(invoicing::series::anchor_heads);
    EXPECT_EQ(anchors().at("PF").position, 6);
    EXPECT_EQ(audited().faults().front().code, Code::head_unsigned);
}

} // namespace

} // namespace tests
