#include <set>

#include "domain/forgetting/key_destruction.hpp"
#include "domain/forgetting/retention_run.hpp"
#include "tests/support/marketplace.hpp"

namespace {

using namespace domain;
using namespace domain::policy;
using namespace std::chrono_literals;

constexpr auto policy_text = R"({"name": "library", "fields": {}, "retention": [
    {"rule": "poems", "starts": "event", "keep": "P1M", "then": "erase", "source": "the author"},
    {"rule": "drafts", "starts": "event", "keep": "PT1H", "then": "erase", "source": "silent"}]})";

/// A small library: poems end one by one, each with its key; drafts are stored answers.
class RetentionRun : public tests::Marketplace {
protected:
    struct Crash {};

    policy::Policy library = policy::Policy::parse(policy_text, R"({"retention": []})");
    std::set<std::string> poems;
    std::string held, crash_at; // a poem that may not end; one where the process dies
    std::string song;           // one that is called so

    void given_poems(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto id = "poem_" + std::to_string(1000 + i);
            vault.seal(id, vault::Category::message, {"poems.text", id}, "roses are red");
            poems.insert(std::move(id));
        }
    }

    void given_drafts(int count)
    {
        db.transaction([&](Transaction& tx) {
            for (int i = 0; i < count; ++i) {
                tx.run(R"(
                    INSERT INTO idempotency_keys (actor, key, route, body_index, status, answer,
                                                  created_at)
                    VALUES ('acc_1', :key, '', '', 200, '', :at))",
                       "key " + std::to_string(i), tx.now);
            }
        });
    }

    forgetting::Sweeps sweeps()
    {
        return {
            .rows = {{{"drafts"},
                      "draft",
                      [](Transaction& tx, ::Instant before) {
                          return tx.one<std::int64_t>(
                              "SELECT COUNT(*) FROM idempotency_keys WHERE created_at < :before",
                              before);
                      },
                      [](Transaction& tx, ::Instant before, int limit) -> std::int64_t {
                          return tx.run(R"(
                                DELETE FROM idempotency_keys
                                 WHERE key IN (SELECT key FROM idempotency_keys
                                                WHERE created_at < :before LIMIT :limit))",
                                        before, limit);
                      }}},
            .objects = {{{"poems"},
                         [this](Transaction&, const forgetting::Search& search) {
                             std::vector<policy::Record> records;
                             for (auto it = poems.upper_bound(search.after);
                                  it != poems.end() &&
                                  records.size() < static_cast<std::size_t>(search.limit);
                                  ++it)
                                 records.push_back({"poems", *it, *it == song ? "song" : "poem",
                                                    start, *it == held ? "a suit" : ""});
                             return records;
                         },
                         [this](Transaction& tx, const policy::Record& record) {
                             if (record.object == crash_at) throw Crash();
                             forgetting::order_key_destruction(tx, record.object);
                             return poems.erase(record.object) == 1;
                         }}}};
    }

    forgetting::Plan plan_at(::Instant as_of)
    {
        return forgetting::plan(db, library, sweeps(), as_of);
    }
    forgetting::Plan run() { return forgetting::run(db, vault, library, sweeps(), now); }
};

std::string written(const forgetting::Plan& plan)
{
    std::string text;
    for (const auto& line : plan.due)
        text += line.rule->id + " " + line.what + " " + std::to_string(line.count) + "\n";
    for (const auto& line : plan.held)
        text += "held: " + line.what + " " + std::to_string(line.count) + " " + line.hold + "\n";
    return text;
}

TEST_F(RetentionRun, DoesExactlyWhatThePlanSaid)
{
    given_poems(7);
    given_drafts(3);
    held = "poem_1003";

    now = start + std::chrono::hours{24 * 40};
    const auto planned = written(plan_at(now));
    EXPECT_EQ(planned, "drafts draft 3\npoems poem 6\nheld: poem 1 a suit\n");
    EXPECT_EQ(poems.size(), 7U);

    EXPECT_EQ(written(run()), planned);
    EXPECT_EQ(poems, std::set<std::string>{held});
    EXPECT_EQ(count("idempotency_keys"), 0);
    EXPECT_EQ(vault.keys_of("poem_1000"), 0U);
    EXPECT_EQ(vault.keys_of(held), 1U);
}

TEST_F(RetentionRun, CountsEachKindOfThingUnderOneRule)
{
    given_poems(3);
    song = "poem_1001";
    now = start + std::chrono::hours{24 * 40};
    EXPECT_EQ(written(plan_at(now)), "poems poem 2\npoems song 1\n");
}

TEST_F(RetentionRun, FindsNothingTheSecondTimeAndResumesWhatAHoldHeldBack)
{
    given_poems(2);
    held = "poem_1001";
    now = start + std::chrono::hours{24 * 40};
    run();

    EXPECT_EQ(run().total(), 0);

    held.clear();
    EXPECT_EQ(run().total(), 1);
    EXPECT_TRUE(poems.empty());
}

TEST_F(RetentionRun, EndsNothingADayEarlyAndNothingADayLate)
{
    given_poems(1); // 23 November, 10:00 in Paris: kept until 23 December, 24:00
    const auto due = ::parse_instant("2026-12-23T23:00:00Z").value();

    now = due - 1us;
    EXPECT_EQ(run().total(), 0);
    now = due;
    EXPECT_EQ(run().total(), 1);
}

TEST_F(RetentionRun, JournalsEveryEndAndNothingElse)
{
    given_poems(2);
    given_drafts(1);
    run();
    EXPECT_EQ(count("retention_runs"), 0);

    now = start + std::chrono::hours{24 * 40};
    run();
    EXPECT_EQ(count("retention_runs"), 1);
    EXPECT_EQ(count("retention_actions"), 3);
    EXPECT_EQ(vault.keys().read([](Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM erasures");
    }),
              2);
    EXPECT_THROW(db.transaction([](Transaction& tx) { tx.run("DELETE FROM retention_actions"); }),
                 std::exception);
    EXPECT_EQ(count("retention_actions"), 3);
}

TEST_F(RetentionRun, IsTakenUpAgainWhereItWasKilled)
{
    given_poems(9);
    given_drafts(1);
    now = start + std::chrono::hours{24 * 40};
    crash_at = "poem_1004";
    EXPECT_THROW(run(), Crash);
    EXPECT_EQ(poems.size(), 5U);
    EXPECT_EQ(count("retention_actions"), 5);

    crash_at.clear();
    EXPECT_EQ(run().total(), 5);
    EXPECT_TRUE(poems.empty());
    EXPECT_EQ(count("retention_actions"), 10);
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(vault.keys_of("poem_" + std::to_string(1000 + i)), 0U);
}

TEST_F(RetentionRun, DestroysTheKeysThatAKilledRunHadOrdered)
{
    given_poems(1);
    db.transaction([](Transaction& tx) { forgetting::order_key_destruction(tx, "poem_1000"); });
    EXPECT_EQ(vault.keys_of("poem_1000"), 1U); // died between the commit and the key

    run();
    EXPECT_EQ(vault.keys_of("poem_1000"), 0U);
    EXPECT_EQ(count("key_destructions"), 0);
}

TEST_F(RetentionRun, RefusesADayThatLiesAhead)
{
    given_poems(1);
    EXPECT_THROW(forgetting::run(db, vault, library, sweeps(), now + 1s), ::Refused);
    EXPECT_EQ(plan_at(now + std::chrono::hours{24 * 40}).total(), 1);
    EXPECT_EQ(poems.size(), 1U);
}

TEST_F(RetentionRun, GoesThroughMoreThanOneBatch)
{
    given_poems(1203);
    given_drafts(1100);
    now = start + std::chrono::hours{24 * 40};
    EXPECT_EQ(plan_at(now).total(), 2303);
    EXPECT_EQ(run().total(), 2303);
    EXPECT_TRUE(poems.empty());
}

} // namespace
