// Older data are put back, the key journal is not: what was erased is known, and erased again.

#include <gmock/gmock.h>

#include "domain/access/accounts.hpp"
#include "domain/vault/category.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using domain::Category;
using domain::Transaction;
using domain::forgetting::Returned;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr auto everything = "all";

class Replay : public Leaving {
protected:
    /// As if the data were of before the day on which `subject` was erased: journal and keys are of
    /// after it.
    void erased_since(const std::string& subject, const std::string& what = everything)
    {
        vault.keys().transaction([&](Transaction& keys) {
            domain::forgetting::write_erasure(keys, domain::fresh_suffix(now), subject, what);
        });
        if (what == everything) {
            vault.destroy_all(subject);
        } else {
            vault.destroy(subject, domain::vault::parse_category(what).value());
        }
    }

    /// What closing erases of whoever the law keeps something of.
    void person_erased_since(const Someone& who)
    {
        for (const auto category : domain::vault::all_categories) {
            if (category != Category::connection)
                erased_since(who.id.text(), std::string(domain::vault::name(category)));
        }
    }

    std::string refusal()
    {
        try {
            jobs::require_nobody_back(context);
            return "";
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
    }

    auto replayed() { return jobs::replay_retention(context).counts; }

    std::int64_t seen() { return db.read(domain::forgetting::erasures_seen); }
    std::int64_t journaled() { return vault.keys().read(domain::forgetting::last_erasure); }
};

TEST_F(Replay, FindsNobodyInDataThatWereNotPutBack)
{
    given_a_deal();
    const auto zoe = given_a_client("Zoe");
    close(zoe);
    close(ana);
    close(ben);
    EXPECT_GT(journaled(), 0);
    EXPECT_EQ(refusal(), "");
    EXPECT_THAT(replayed(), IsEmpty());

    for (const auto* day : {"2027-12-01T09:00:00Z", "2038-02-01T09:00:00Z"}) {
        now = domain::parse_instant(day).value();
        jobs::run_retention(context, now);
        EXPECT_EQ(refusal(), "") << day;
        EXPECT_THAT(replayed(), IsEmpty()) << day;
    }
}

TEST_F(Replay, KnowsEveryKindOfSubjectThatTheJournalEverNames)
{
    given_a_deal();
    close(ana);
    close(ben);
    now = domain::parse_instant("2038-02-01T09:00:00Z").value();
    jobs::run_retention(context, now);

    const auto replayers = jobs::replayers({platform, policy});
    std::set<std::string_view> known;
    for (const auto& line : vault.keys().read(
             [](Transaction& keys) { return domain::forgetting::erasures_after(keys, 0, 1000); })) {
        const auto whose = std::ranges::find_if(
            replayers, [&](const auto& replayer) { return replayer.is_about(line.subject); });
        ASSERT_NE(whose, replayers.end()) << line.subject;
        known.insert(whose->what);
    }
    EXPECT_THAT(known, ElementsAre("account", "contract", "invoice", "legal identity"));
}

TEST_F(Replay, StopsEveryProgramWhileSomebodyIsBackAndSaysTheCure)
{
    const auto zoe = given_a_client("Zoe");
    erased_since(zoe.id.text());

    EXPECT_THAT(refusal(), HasSubstr("1 account; " + zoe.id.text()));
    EXPECT_THAT(refusal(), HasSubstr("retention replay"));
    EXPECT_THROW(jobs::run_retention(context, now), std::runtime_error);
    EXPECT_EQ(seen(), 0);

    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1)));
    EXPECT_EQ(refusal(), "");
    EXPECT_THAT(replayed(), IsEmpty());
    jobs::run_retention(context, now);
}

TEST_F(Replay, ErasesWhollyWhoeverVanished)
{
    const auto zoe = given_a_client("Zoe");
    const auto request = asked_of(zoe, {ben});
    quoted(ben, request);
    const auto conversation = talking_about(request, zoe, ben);
    say(conversation, zoe, "Est-ce possible ?");
    erased_since(zoe.id.text());

    replayed();
    run_jobs();

    EXPECT_EQ(vault.keys_of(zoe.id.text()), 0U);
    EXPECT_EQ(get("/v1/requests/" + text(request), ben.bearer).status, 404);
    const std::set<std::string> ids_only = {
        "conversations.topic", "conversation_participants.account_id",
        "messages.author_id",  "retention_actions.object_id",
        "events.subject",      "events.detail",
        "rate_counters.bucket"};
    for (const auto& place : columns_with(db, zoe.id.text()))
        EXPECT_TRUE(ids_only.contains(place)) << place;
}

TEST_F(Replay, LeavesATombstoneOfWhomTheLawKeepsSomething)
{
    const auto deal = given_a_deal();
    person_erased_since(ana);

    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1)));
    run_jobs();

    EXPECT_TRUE(has_left(ana));
    EXPECT_EQ(get("/v1/me", ana.bearer).status, 401);
    for (const auto* table :
         {"account_identity", "account_likenesses", "account_contact", "account_credentials"})
        EXPECT_EQ(count(std::string(table) + " WHERE account_id = '" + ana.id.text() + "'"), 0);
    EXPECT_EQ(count("accounts WHERE email_index IS NOT NULL AND id = '" + ana.id.text() + "'"), 0);
    EXPECT_EQ(get("/v1/orders/" + text(deal.order), ben.bearer).status, 200);
    EXPECT_EQ(vault.keys_of(ana.id.text()), 1U); // of connections
    EXPECT_TRUE(archived(ana).has_value());      // whose day ends the tombstone
    EXPECT_THAT(replayed(), IsEmpty());
}

TEST_F(Replay, LeavesNoWordOfAReviewWhoseAuthorsNamesNobodyCanReadAnyMore)
{
    given_a_deal();
    const auto published =
        expect(200, get("/v1/providers/" + ben.id.text() + "/reviews"))["items"][0];
    expect(201, post("/v1/reviews/" + text(published) + "/reply", {{"text", "Merci, Ana Martin."}},
                     ben.bearer));
    person_erased_since(ana);

    replayed();

    EXPECT_EQ(count("reviews WHERE target_id = '" + ana.id.text() + "'"), 0);
    const auto review = expect(200, get("/v1/providers/" + ben.id.text() + "/reviews"))["items"][0];
    EXPECT_EQ(review["rating"], 5);
    EXPECT_EQ(review.dump().find("Ana"), std::string::npos) << review;
    EXPECT_EQ(review.dump().find("Martin"), std::string::npos) << review;
}

TEST_F(Replay, TakesThePageOfTheGoneFromThePublicAgain)
{
    given_a_deal();
    ASSERT_EQ(get("/v1/providers/" + ben.id.text()).status, 200);
    person_erased_since(ben);

    replayed();

    EXPECT_EQ(get("/v1/providers/" + ben.id.text()).status, 410);
    EXPECT_EQ(get("/v1/services").body["items"], json::array());
    EXPECT_EQ(count("files"), 0);
}

TEST_F(Replay, TakesBackWhatWaitedForAnAnswer)
{
    const auto carl = given_a_payable_provider("Carl");
    const auto request = asked_of(ana, {ben, carl});
    const auto quote = quoted(ben, request);
    person_erased_since(ben);

    replayed();

    EXPECT_EQ(get("/v1/requests/" + text(request), ana.bearer).body["state"], "open"); // for carl
    EXPECT_NE(get("/v1/quotes/" + text(quote), ana.bearer).body["state"], "open");
}

TEST_F(Replay, ErasesWhoeverIsClosingAlthoughSomethingHeldItBack)
{
    const auto order = expect(201, accept(quoted(ben, given_a_request()), ana));
    fund(order);
    expect(202, ask_to_close(ana));
    run_jobs();
    ASSERT_FALSE(has_left(ana)); // its order is open in the older data
    person_erased_since(ana);

    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1)));
    EXPECT_TRUE(has_left(ana));
}

TEST_F(Replay, EndsConnectionsWhoseYearWasOver)
{
    given_a_deal();
    close(ana);
    erased_since(ana.id.text(), "connection");

    EXPECT_THAT(refusal(), HasSubstr("1 account"));
    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1)));
    EXPECT_EQ(count("connection_log WHERE account_id = '" + ana.id.text() + "'"), 0);
    EXPECT_THAT(replayed(), IsEmpty());
}

TEST_F(Replay, EndsTombstonesAndLegalIdentitiesWhoseYearsWereOver)
{
    given_a_deal();
    close(ana);
    const auto subject = db.read(
        [](Transaction& tx) { return tx.one<std::string>("SELECT id FROM archive_subjects"); });
    erased_since(subject);
    erased_since(ana.id.text());

    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1), Pair("legal identity", 1)));
    EXPECT_EQ(count("archive_subjects") + count("archive_links"), 0);
    EXPECT_EQ(count("accounts WHERE id = '" + ana.id.text() + "'"), 0);
    EXPECT_EQ(count("terms_acceptances WHERE account_id = '" + ana.id.text() + "'"), 0);
    EXPECT_EQ(count("payment_accounts WHERE account_id = '" + ana.id.text() + "'"), 0);
}

TEST_F(Replay, EndsContractsAndInvoicesWhoseYearsWereOver)
{
    const auto deal = given_a_deal();
    erased_since(text(deal.order));
    for (const auto& id : invoice_ids())
        erased_since(id);

    EXPECT_THAT(replayed(), ElementsAre(Pair("contract", 1), Pair("invoice", 2)));
    EXPECT_EQ(count("order_evidence") + count("invoices") + count("invoice_salts"), 0);
    EXPECT_THAT(replayed(), IsEmpty());
}

TEST_F(Replay, EndsWhatWasReportedBeforeButNothingReportedSince)
{
    given_a_deal();
    const auto review = db.read([&](Transaction& tx) {
        return tx.one<std::string>("SELECT id FROM reviews WHERE author_id = :id", ana.id);
    });
    const auto report = [&](const std::string& id, const Someone& reporter) {
        db.transaction([&](Transaction& tx) {
            tx.run("INSERT INTO review_reports (id, review_id, reporter_id, created_at, reason) "
                   "VALUES (:id, :review, :reporter, :at, 'sealed')",
                   id, review, reporter.id, now);
        });
    };
    report("rpt_before", ben);
    now += std::chrono::hours{1};
    erased_since(review);
    now += std::chrono::hours{1};
    report("rpt_since", ana);

    EXPECT_THAT(replayed(), ElementsAre(Pair("moderated review", 1)));
    EXPECT_EQ(count("review_reports WHERE id = 'rpt_since'"), 1);
    EXPECT_EQ(count("review_reports"), 1);
    EXPECT_THAT(replayed(), IsEmpty());
}

TEST_F(Replay, KnowsARowOfThePersonThatCameBackToATombstone)
{
    given_a_deal();
    close(ana);
    ASSERT_EQ(refusal(), "");
    db.transaction([&](Transaction& tx) {
        tx.run("INSERT INTO account_contact (account_id, email) VALUES (:id, 'sealed')", ana.id);
    });

    EXPECT_THAT(refusal(), HasSubstr("1 account"));
    EXPECT_THAT(replayed(), ElementsAre(Pair("account", 1)));
    EXPECT_EQ(count("account_contact WHERE account_id = '" + ana.id.text() + "'"), 0);
}

TEST_F(Replay, LooksFromWhereTheDataLastAgreedWithTheJournal)
{
    const auto zoe = given_a_client("Zoe");
    close(zoe);
    EXPECT_EQ(seen(), 0);
    jobs::run_retention(context, now);
    EXPECT_EQ(seen(), journaled());

    const auto yves = given_a_client("Yves");
    erased_since(yves.id.text());
    EXPECT_THAT(refusal(), HasSubstr(yves.id.text()));
    replayed();
    EXPECT_EQ(seen() + 1, journaled()); // what replaying destroyed is the line after
}

} // namespace

} // namespace tests
