#include <atomic>
#include <thread>

#include "domain/core/check.hpp"
#include "domain/storage/failures.hpp"
#include "invoicing/audit/audit.hpp"
#include "invoicing/issuing/draft.hpp"
#include "invoicing/issuing/sellers.hpp"
#include "invoicing/model/numbering.hpp"
#include "invoicing/series/decision_store.hpp"
#include "invoicing/series/heads.hpp"
#include "invoicing/series/series_store.hpp"
#include "tests/invoicing/office.hpp"

namespace {

using namespace invoicing;
using namespace domain;
using Invoices = tests::Office;

TEST_F(Invoices, AReleasedOrderGivesBothDocumentsWithNumbersOfTheirOwnSeries)
{
    const auto provider = AccountId::fresh(now);
    const auto order = released(provider);

    const auto issued = issue(order);

    const auto service = summary(issued.service_id);
    EXPECT_EQ(service.number, provider_series(provider, 0) + "-2026-000001");
    EXPECT_EQ(service.kind, "service_invoice");
    EXPECT_TRUE(service.issuer == provider);
    EXPECT_EQ(service.buyer_id, order.client_id);
    EXPECT_EQ(service.gross_minor, 438'80);
    EXPECT_EQ(service.fiscal_year_end, "2026-12-31");
    const auto commission = summary(*issued.commission_id);
    EXPECT_EQ(commission.number, "PF-2026-000001");
    EXPECT_TRUE(commission.issuer == invoicing::Issuer::platform());
    EXPECT_EQ(commission.buyer_id, provider);
    EXPECT_EQ(commission.gross_minor, 90'00);
    const auto line = db.read([&](Transaction& tx) {
        return invoicing::issuing::content(tx, commission, findings).lines.at(0);
    });
    EXPECT_NE(line.designation.find(service.number), std::string::npos);
}

/// One seller, one sequence (CGI ann. II 242 nonies A I-7).
TEST_F(Invoices, AnotherSellerBeginsAnotherSeriesAndTheFormerOneRests)
{
    const auto provider = AccountId::fresh(now);
    const auto number = [&](const std::string& siren, const std::string& vat_number) {
        auto order = released(provider);
        order.provider.siren = siren;
        order.provider.siret = siren.empty() ? "" : siren + "00013";
        order.provider.vat_number = vat_number;
        return summary(issue(order).service_id).number;
    };
    const auto first = number("987654324", "FR14987654324");
    const auto second = number("732829320", "FR44732829320");

    EXPECT_EQ(first, provider_series(provider, 0) + "-2026-000001");
    EXPECT_EQ(second, provider_series(provider, 1) + "-2026-000001");
    EXPECT_EQ(number("987654324", "FR14987654324"), provider_series(provider, 0) + "-2026-000002")
        << "who comes back goes on where he stopped";
    EXPECT_TRUE(db.read([](Transaction& tx) { return invoicing::audit::audit(tx).is_clean(); }));
}

TEST_F(Invoices, OfTheOperatorKeepTheirPrefixAndLendItToNobody)
{
    platform::Company us;
    us.siren = "555666775";
    us.invoice_series = "PF";
    const auto wrong = [&] {
        return db.read([&](Transaction& tx) { return invoicing::issuing::wrong_prefix(tx, us); });
    };
    EXPECT_EQ(wrong(), "") << "nothing was numbered yet";
    issue(released(AccountId::fresh(now)));
    EXPECT_EQ(wrong(), "");

    us.invoice_series = "QF";
    EXPECT_NE(wrong().find("numbered under \"PF\""), std::string::npos) << wrong();
    us.siren = "732829320";
    EXPECT_EQ(wrong(), "") << "another seller, another prefix";
    us.invoice_series = "PF";
    EXPECT_NE(wrong().find("another SIREN than 732829320"), std::string::npos) << wrong();
}

TEST_F(Invoices, CarryTheBuyersOwnReference)
{
    auto order = released(AccountId::fresh(now));
    order.purchase_order = "BC-2026-17";
    const auto service = summary(issue(order).service_id);
    const auto xml =
        db.read([&](Transaction& tx) { return invoicing::issuing::xml(tx, service, findings); });
    EXPECT_NE(xml.find("BC-2026-17"), std::string::npos) << xml;
}

TEST_F(Invoices, IssuingTwiceGivesTheSameDocuments)
{
    const auto order = released(AccountId::fresh(now));
    const auto first = issue(order);
    now += std::chrono::hours{1};

    const auto second = issue(order);

    EXPECT_EQ(first.service_id, second.service_id);
    EXPECT_EQ(first.commission_id, second.commission_id);
    EXPECT_EQ(count("invoices"), 2);
}

TEST_F(Invoices, TheGateRefusesWithoutUsingANumber)
{
    auto order = released(AccountId::fresh(now));
    order.provider.siren.clear();
    order.mandate.reset();

    try {
        issue(order);
        FAIL() << "issued without mandatory mentions";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.why(), Refusal::action_unavailable);
        ASSERT_EQ(refused.fields().size(), 2U);
        EXPECT_EQ(refused.fields()[0].field, "provider.siren");
        EXPECT_EQ(refused.fields()[1].field, "mandate");
    }
    EXPECT_EQ(count("invoices"), 0);
    EXPECT_EQ(count("invoice_series"), 0);
}

TEST_F(Invoices, NumbersFollowTheClockForwardOnlyAndStartAgainEachYear)
{
    const auto provider = AccountId::fresh(now);
    const auto first = summary(issue(released(provider)).service_id);
    now -= std::chrono::minutes{5};
    const auto second = summary(issue(released(provider)).service_id);
    now = samples::noon(Day{std::chrono::year{2027}, std::chrono::January, std::chrono::day{4}});
    const auto third = summary(issue(released(provider)).service_id);

    EXPECT_EQ(second.issued_at, first.issued_at);
    EXPECT_EQ(second.n, 2);
    EXPECT_EQ(third.number, first.series + "-2027-000001");
    EXPECT_EQ(third.fiscal_year_end, "2027-12-31");
}

/// Whoever's clock was ahead once has dated the series; nothing is dated so again by itself.
TEST_F(Invoices, OfASeriesDatedAheadOfTheTimeAreRefusedWithoutUsingANumber)
{
    const auto provider = AccountId::fresh(now);
    issue(released(provider));
    now -= std::chrono::minutes{5} + std::chrono::microseconds{1};

    try {
        issue(released(AccountId::fresh(now)));
        FAIL() << "issued in the future";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.why(), Refusal::action_unavailable);
        ASSERT_EQ(refused.fields().size(), 1U);
        EXPECT_EQ(refused.fields()[0].field, "series_ahead");
        EXPECT_NE(refused.fields()[0].message.en.find("PF"), std::string::npos);
    }
    EXPECT_EQ(count("invoices"), 2);
    EXPECT_EQ(count("invoice_series"), 2) << "nothing of it stays";
    EXPECT_EQ(db.read([](Transaction& tx) { return series::all_ahead(tx); }).size(), 2U);
}

TEST_F(Invoices, GoOnInTheSeriesThatFollowsOneThatEnded)
{
    const auto provider = AccountId::fresh(now);
    now += std::chrono::days{1};
    const auto first = issue(released(provider));
    const auto own = summary(first.service_id).series;
    now -= std::chrono::days{1};
    for (const auto& prefix : {own, std::string("PF")}) {
        db.transaction([&](Transaction& tx) {
            const auto ahead = series::lock_open(tx, prefix).value();
            series::begin_next(tx, ahead);
            tx.run(R"(
                INSERT INTO proposals (id, kind, subject_id, proposed_by, reason, evidence, state,
                                       made_at)
                VALUES (:id, 'start_new_series', :series, :by, '', '', 'effective', :at))",
                   ProposalId::fresh(now), prefix, AccountId::fresh(now), now);
        });
    }

    const auto second = issue(released(provider));

    EXPECT_EQ(summary(second.service_id).number, provider_series(provider, 1) + "-2026-000001");
    EXPECT_EQ(summary(second.service_id).issue_day, to_text(day_in_paris(now)));
    render(first.service_id); // a file of what the ended one numbered
    EXPECT_TRUE(db.read([](Transaction& tx) { return invoicing::audit::audit(tx); }).is_clean());
    platform::Company us;
    us.siren = "555666775";
    us.invoice_series = "PF";
    EXPECT_EQ(db.read([&](Transaction& tx) { return invoicing::issuing::wrong_prefix(tx, us); }),
              "")
        << "what was configured was its first";
    for (const auto* statement :
         {"UPDATE invoice_series SET successor = NULL", "UPDATE invoice_series SET successor = 'X'",
          "UPDATE invoice_series SET accepted_until = accepted_until",
          "UPDATE invoice_series SET accepted_until = 1 WHERE successor IS NOT NULL"}) {
        EXPECT_THROW(db.transaction([&](Transaction& tx) { tx.run(statement); }),
                     domain::storage::ConstraintViolated)
            << statement;
    }
}

TEST_F(Invoices, TheRenderingIsStoredOnceAndServedUnchanged)
{
    const auto issued = issue(released(AccountId::fresh(now)));
    EXPECT_THROW(db.read([&](Transaction& tx) {
        return invoicing::issuing::document(
            tx, invoicing::issuing::maybe_summary(tx, issued.service_id).value(), findings);
    }),
                 Refused);

    render(issued.service_id);
    const auto first = summary(issued.service_id);
    render(issued.service_id);

    const auto bytes = db.read(
        [&](Transaction& tx) { return invoicing::issuing::document(tx, first, findings).bytes; });
    EXPECT_TRUE(bytes.starts_with("%PDF-1.7"));
    EXPECT_EQ(sha256_hex(bytes), first.file_sha256);
    EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), first.file_size);
    EXPECT_EQ(count("invoice_files"), 1);
}

TEST_F(Invoices, OnlyThePartiesFindIt)
{
    const auto order = released(AccountId::fresh(now));
    const auto issued = issue(order);
    const auto see = [&](const AccountId& viewer, const InvoiceId& id) {
        return db.read([&](Transaction& tx) {
            return invoicing::issuing::find_for(tx, viewer, id, findings).number;
        });
    };

    EXPECT_NO_THROW(see(order.client_id, issued.service_id));
    EXPECT_NO_THROW(see(order.provider_id, issued.service_id));
    EXPECT_NO_THROW(see(order.provider_id, *issued.commission_id));
    EXPECT_THROW(see(order.client_id, *issued.commission_id), Refused);
    EXPECT_THROW(see(AccountId::fresh(now), issued.service_id), Refused);
}

TEST_F(Invoices, NothingPersonalRestsReadable)
{
    const auto issued = issue(released(AccountId::fresh(now)));
    render(issued.service_id);

    const auto columns = db.read([&](Transaction& tx) {
        return tx.all<std::string>("SELECT record FROM invoices UNION ALL SELECT xml FROM invoices "
                                   "UNION ALL SELECT content FROM invoice_file_chunks");
    });
    for (const auto& column : columns) {
        const auto bytes = from_base64(column);
        ASSERT_TRUE(bytes.has_value());
        EXPECT_EQ(bytes->find("Ana Martin"), std::string::npos);
        EXPECT_EQ(bytes->find("%PDF"), std::string::npos);
    }
}

TEST_F(Invoices, WhatIsIssuedCannotBeChangedOrDeleted)
{
    const auto issued = issue(released(AccountId::fresh(now)));
    render(issued.service_id);
    db.transaction([](Transaction& tx) { invoicing::series::sign_heads(tx); });

    for (const auto* statement :
         {"UPDATE invoices SET gross_minor = 1, net_minor = 1, vat_minor = 0",
          "UPDATE invoices SET record = ''", "DELETE FROM invoices", "DELETE FROM invoice_salts",
          "UPDATE invoice_salts SET salt = ''", "UPDATE invoice_chain SET hash = ''",
          "DELETE FROM invoice_chain", "UPDATE invoice_files SET sha256 = ''",
          "DELETE FROM invoice_file_chunks", "UPDATE invoice_file_chunks SET content = ''",
          "DELETE FROM invoice_series", "UPDATE invoice_series SET last_n = 0",
          "UPDATE invoice_series SET positions = 0", "UPDATE series_heads SET hash = ''",
          "DELETE FROM series_heads"}) {
        EXPECT_THROW(db.transaction([&](Transaction& tx) { tx.run(statement); }),
                     domain::storage::ConstraintViolated)
            << statement;
    }
}

TEST_F(Invoices, ADestroyedInvoiceLeavesAChainThatStillVerifies)
{
    const auto provider = AccountId::fresh(now);
    const auto first = issue(released(provider));
    const auto second = issue(released(provider));
    for (const auto& issued : {first, second}) {
        render(issued.service_id);
        render(*issued.commission_id);
    }
    const auto number = summary(first.service_id).number;
    db.transaction([](Transaction& tx) { invoicing::series::sign_heads(tx); });
    now += std::chrono::days{4100}; // the tenth year after the fiscal one is over
    db.transaction([&](Transaction& tx) {
        tx.run(R"(INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
                  VALUES (:id, 'invoice', 'retention', :at))",
               first.service_id, tx.now);
        invoicing::issuing::destroy(tx, first.service_id);
    });
    vault.destroy_all(first.service_id.text());

    EXPECT_EQ(count("invoices"), 3);
    EXPECT_EQ(vault.keys_of(first.service_id.text()), 0U);
    const auto report = db.read([](Transaction& tx) { return invoicing::audit::audit(tx); });
    EXPECT_EQ(report.series.at(number.substr(0, number.find('-'))).destroyed, 1);
    EXPECT_EQ(count("invoice_chain WHERE number = '" + number + "'"), 2)
        << "what was numbered stays";
    EXPECT_EQ(count("series_heads"), 2);
    EXPECT_TRUE(report.is_clean());
}

/// The schema has room for what is issued later: two deposits, what remains, a fee, two credit
/// notes.
TEST_F(Invoices, AnOrderMayHaveSeveralDocumentsOfAKind)
{
    const auto order = released(AccountId::fresh(now));
    const auto issued = issue(order);
    const auto add = [&](Kind kind, const std::string& occasion, std::optional<InvoiceId> credits) {
        db.transaction([&](Transaction& tx) {
            auto series = invoicing::series::lock_series(
                tx, invoicing::issuing::provider_of(tx, order), Kind::service_invoice);
            const auto taken = next_number(series, tx.now);
            auto invoice = invoicing::issuing::service_invoice(
                order, {invoice_number(series.series, taken), taken.at});
            invoice.kind = kind;
            invoicing::issuing::insert(tx, series,
                                       {.id = InvoiceId::fresh(tx.now),
                                        .taken = taken,
                                        .order_id = order.order,
                                        .issuer = order.provider_id,
                                        .buyer_id = order.client_id,
                                        .fiscal_year_end = invoice.issue_day,
                                        .occasion = occasion,
                                        .credits = credits},
                                       invoice);
        });
    };
    add(Kind::deposit_invoice, "1", {});
    add(Kind::deposit_invoice, "2", {});
    add(Kind::final_invoice, "", {});
    add(Kind::fee_invoice, "booking", {});
    add(Kind::credit_note, "first", issued.service_id);
    add(Kind::credit_note, "second", issued.service_id);

    EXPECT_EQ(count("invoices"), 8);
    EXPECT_EQ(issue(order).service_id, issued.service_id) << "issued once, whatever else there is";
    EXPECT_TRUE(db.read([](Transaction& tx) { return invoicing::audit::audit(tx).is_clean(); }));
    using domain::storage::ConstraintViolated;
    EXPECT_THROW(add(Kind::deposit_invoice, "2", {}), ConstraintViolated) << "the same again";
    EXPECT_THROW(add(Kind::final_invoice, "", {}), ConstraintViolated);
    EXPECT_THROW(add(Kind::credit_note, "third", {}), ConstraintViolated) << "it corrects nothing";
    EXPECT_THROW(add(Kind::fee_invoice, "other", issued.service_id), ConstraintViolated);
}

/// Eight writers, three providers, every third transaction thrown away at the end.
TEST_F(Invoices, WritersInARaceLeaveNoGap)
{
    std::vector<AccountId> providers;
    for (int i = 0; i < 3; ++i)
        providers.push_back(AccountId::fresh(now));
    std::atomic<int> committed = 0;
    struct Undo {};
    const auto write = [&](int writer) {
        for (int i = 0; i < 9; ++i) {
            const auto order = released(providers[static_cast<std::size_t>(writer + i) % 3]);
            try {
                db.transaction([&](Transaction& tx) {
                    invoicing::issuing::issue_for_order(tx, order);
                    if (i % 3 == 0) throw Undo{};
                });
                ++committed;
            } catch (const Undo&) {
            }
        }
    };
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back(write, writer);
    for (auto& writer : writers)
        writer.join();

    EXPECT_EQ(committed, 48);
    EXPECT_EQ(count("invoices"), 96);
    const auto report = db.read([](Transaction& tx) { return invoicing::audit::audit(tx); });
    EXPECT_TRUE(report.is_clean());
    EXPECT_EQ(report.series.size(), 4U);
}

/// One order, eight workers: the event may be delivered to several at once.
TEST_F(Invoices, TheSameOrderInARaceIsIssuedOnce)
{
    const auto order = released(AccountId::fresh(now));
    std::vector<std::thread> workers;
    for (int worker = 0; worker < 8; ++worker)
        workers.emplace_back([&] { issue(order); });
    for (auto& worker : workers)
        worker.join();

    EXPECT_EQ(count("invoices"), 2);
}

TEST(Numbering, NumbersKeepToTheReformsSyntax)
{
    EXPECT_EQ(invoice_number("EC", {2026, 17, {}}), "EC-2026-000017");
    EXPECT_EQ(invoice_number("EC", {2026, 1'234'567, {}}), "EC-2026-1234567");
    for (const auto* bad : {"", "A B", "é-1", "123456789012345678901234567890123456"}) {
        EXPECT_FALSE(is_invoice_number(bad)) << bad;
    }
    EXPECT_THROW(invoice_number("a series of far too many characters", {2026, 1, {}}), Bug);
    for (int i = 0; i < 1000; ++i) {
        const auto series = provider_series(AccountId::fresh(Instant{}), 0);
        EXPECT_TRUE(is_invoice_number(series));
        EXPECT_EQ(series.size(), 7U);
    }
    const auto provider = AccountId::fresh(Instant{});
    EXPECT_NE(provider_series(provider, 0), provider_series(provider, 1));
}

} // namespace
