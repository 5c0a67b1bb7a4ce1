#include "invoicing/audit/audit.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using domain::Instant;
using domain::forgetting::Plan;

/// A deal of November 2026, both sides gone; the fiscal year ends with the calendar year.
class Decade : public Leaving {
protected:
    static constexpr auto microsecond = std::chrono::microseconds{1};

    Someone abby = given_an_accountant();
    Deal deal = given_a_deal();

    static Instant at(const char* text) { return domain::parse_instant(text).value(); }

    /// So many of each rule, as planned for that moment.
    std::map<std::string, std::int64_t> planned(Instant as_of)
    {
        std::map<std::string, std::int64_t> counts;
        for (const auto& line : jobs::plan_retention(context, as_of).due)
            counts[line.rule->id] += line.count;
        return counts;
    }

    Plan travel_to(Instant then)
    {
        now = then;
        return jobs::run_retention(context, now);
    }

    int status_of_document(const std::string& id)
    {
        return get("/v1/archive/invoices/" + id + "/document", abby.bearer).status;
    }
};

TEST_F(Decade, EachThingGoesOnItsDayNotADayEarlierOrLater)
{
    close(ana);
    close(ben);
    const struct {
        const char* rule;
        Instant due;
        std::int64_t count;
    } calendar[] = {
        {"connection", at("2027-11-23T23:00:00Z"), 9}, // 2 sign-ups, 3 sign-ins, 2 keys, 2 closures
        {"contract_consumer", at("2036-11-23T23:00:00Z"), 1}, // 445 EUR, a consumer
        {"invoices", at("2036-12-31T23:00:00Z"), 2},
        {"legal_identity", at("2036-12-31T23:00:00Z"), 2},
    };
    for (const auto& line : calendar) {
        EXPECT_EQ(planned(line.due - microsecond)[line.rule], 0) << line.rule;
        EXPECT_EQ(planned(line.due)[line.rule], line.count) << line.rule;
    }
}

TEST_F(Decade, InvoicesArePulledUntilTheLastDayAndThenTheChainStillVerifies)
{
    close(ana);
    close(ben);
    const auto ids = invoice_ids();
    ASSERT_EQ(ids.size(), 2U);

    travel_to(at("2036-12-31T22:59:59Z"));
    abby = given_an_accountant();
    for (const auto& id : ids)
        EXPECT_EQ(status_of_document(id), 200);
    EXPECT_TRUE(archived(ana) && archived(ben));

    travel_to(at("2036-12-31T23:00:00Z"));
    for (const auto& id : ids) {
        EXPECT_EQ(status_of_document(id), 404);
        EXPECT_EQ(vault.keys_of(id), 0U);
    }
    EXPECT_EQ(count("invoices") + count("invoice_file_chunks") + count("invoice_salts"), 0);
    EXPECT_EQ(count("invoice_chain"), 4); // two documents, two files
    EXPECT_TRUE(
        db.read([](domain::Transaction& tx) { return invoicing::audit::audit(tx).is_clean(); }));
}

TEST_F(Decade, AfterItNothingLeadsFromAnIdToAPerson)
{
    close(ana);
    close(ben);
    travel_to(at("2036-12-31T23:00:00Z"));

    for (const auto& who : {ana, ben}) {
        EXPECT_FALSE(archived(who));
        EXPECT_EQ(vault.keys_of(who.id.text()), 0U);
        EXPECT_EQ(count("accounts WHERE id = '" + who.id.text() + "'"), 0);
        EXPECT_EQ(count("terms_acceptances WHERE account_id = '" + who.id.text() + "'"), 0);
    }
    EXPECT_EQ(count("archive_subjects") + count("archive_links") + count("order_evidence"), 0);
    EXPECT_EQ(vault.keys_of(text(deal.order)), 0U);
    EXPECT_EQ(get("/v1/providers/" + ben.id.text()).status, 410);
    EXPECT_EQ(travel_to(now).total(), 0); // nothing is left to do
}

TEST_F(Decade, ABusinessContractEndsAfterFiveYears)
{
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET gross_minor = 11999, net_minor = 11999, vat_minor = 0");
    });
    const auto due = at("2031-11-23T23:00:00Z");
    EXPECT_EQ(planned(due - microsecond)["contract"], 0);
    EXPECT_EQ(planned(due)["contract"], 1);
}

TEST_F(Decade, AnUnusedAccountIsWarnedAndThenClosed)
{
    const auto warned_on = at("2028-11-23T23:00:00Z"); // two years
    EXPECT_EQ(planned(warned_on - microsecond)["inactive_account"], 0);
    EXPECT_EQ(planned(warned_on)["inactive_account"], 2);
    travel_to(warned_on);
    EXPECT_EQ(count("inactivity_warnings"), 2);
    EXPECT_EQ(planned(warned_on)["inactive_account"], 0); // told once

    // Ana comes back; ben does not.
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE accounts SET last_activity_at = :at WHERE id = :id",
               tx.now + std::chrono::hours{24}, ana.id);
    });
    const auto closed_on = at("2028-12-24T23:00:00Z"); // thirty days, from the 24th in Paris
    EXPECT_EQ(planned(closed_on - microsecond)["warned_account"], 0);
    EXPECT_EQ(planned(closed_on)["warned_account"], 1);
    travel_to(closed_on);
    run_jobs();
    EXPECT_TRUE(has_left(ben));
    EXPECT_FALSE(has_left(ana));
}

TEST_F(Decade, ASignUpNobodyVerifiedVanishesAfterAWeek)
{
    const auto nobody = given_a_client("Nobody");
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE accounts SET email_verified_at = NULL WHERE id = :id", nobody.id);
    });
    const auto due = at("2026-11-30T23:00:00Z");
    EXPECT_EQ(planned(due - microsecond)["unverified_account"], 0);
    travel_to(due);
    EXPECT_EQ(count("accounts WHERE id = '" + nobody.id.text() + "'"), 0);
    EXPECT_EQ(vault.keys_of(nobody.id.text()), 0U);
}

} // namespace

} // namespace tests
