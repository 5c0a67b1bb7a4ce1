#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "domain/events/event_store.hpp"
#include "domain/storage/failures.hpp"
#include "domain/storage/files.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using tests::Databases;

class Storage : public ::testing::Test {
protected:
    Instant now = instant_of(1'800'000'000'000'000);
    Clock clock = [this] { return now; };
    Databases databases;
    Vault vault{SecretKey::of(std::string(32, 'k')), databases.keys, 4, clock};
    Database db{databases.data, "", 12, clock, vault};

    void count_up(const char* bucket)
    {
        db.transaction([&](Transaction& tx) {
            tx.run("INSERT INTO rate_counters VALUES (:bucket, 0, 1) ON CONFLICT (bucket, "
                   "window_start) DO UPDATE SET count = rate_counters.count + 1",
                   bucket);
        });
    }
    std::int64_t counted(const char* bucket)
    {
        return db.read([&](Transaction& tx) {
            return tx
                .maybe<std::int64_t>("SELECT count FROM rate_counters WHERE bucket = :bucket",
                                     bucket)
                .value_or(0);
        });
    }
};

TEST_F(Storage, WhatIsThrownRollsBack)
{
    EXPECT_THROW(db.transaction([&](Transaction& tx) {
        tx.run("INSERT INTO rate_counters VALUES ('x', 0, 1)");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);

    EXPECT_EQ(counted("x"), 0);
}

TEST_F(Storage, AStatementThatFailedServesAgain)
{
    const auto insert = [&](std::int64_t window) {
        db.transaction([&](Transaction& tx) {
            tx.run("INSERT INTO rate_counters VALUES (:bucket, :window, 1)", "x", window);
        });
    };
    insert(0);

    for (int again = 0; again < 3; ++again)
        EXPECT_THROW(insert(0), storage::ConstraintViolated);
    insert(1);

    EXPECT_EQ(db.read([](Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM rate_counters WHERE bucket = 'x'");
    }),
              2);
}

TEST_F(Storage, EightWritersLoseNoUpdate)
{
    std::vector<std::thread> writers;
    for (int i = 0; i < 8; ++i) {
        writers.emplace_back([&] {
            for (int n = 0; n < 50; ++n)
                count_up("race");
        });
    }
    for (auto& writer : writers)
        writer.join();

    EXPECT_EQ(counted("race"), 400);
}

TEST_F(Storage, NullsAndBigNumbersSurviveTheTrip)
{
    struct Row {
        std::string id, kind;
        std::optional<std::string> owner;
        std::optional<std::int64_t> done_at;
        std::int64_t due_at = 0;
        auto fields() { return std::tie(id, kind, owner, done_at, due_at); }
    };
    db.transaction([&](Transaction& tx) {
        events::announce(tx, {events::Kind::mail_due, "acc", "it's: a 'quote'"});
    });
    const auto row = db.read([&](Transaction& tx) {
        return tx.one<Row>("SELECT id, kind, lease_owner, done_at, due_at FROM events");
    });

    EXPECT_FALSE(row.owner.has_value());
    EXPECT_FALSE(row.done_at.has_value());
    EXPECT_EQ(row.due_at, 1'800'000'000'000'000);
}

struct Counter {
    std::string bucket;
    std::optional<std::int64_t> window;
    std::int64_t count = 0;
    auto fields() { return std::tie(bucket, window, count); }
};

auto counters_from(std::int64_t window)
{
    return storage::query<Counter>(R"(
        SELECT bucket, NULLIF(window_start, 2), count
          FROM rate_counters
         WHERE window_start >= :window
         ORDER BY window_start)",
                                   window);
}

auto buckets_named(const std::optional<std::string>& name)
{
    return storage::query<std::string>(
        "SELECT bucket FROM rate_counters WHERE bucket = COALESCE(:name, bucket) ORDER BY bucket",
        name);
}

TEST_F(Storage, TwoQuestionsAreAnsweredTogetherEachWithItsOwnRows)
{
    db.transaction([&](Transaction& tx) {
        tx.run("INSERT INTO rate_counters VALUES ('it''s', 1, -7), ('b', 2, 8), ('c', 3, 9)");
        const auto [counters, names] = tx.both(counters_from(2), buckets_named({}));

        ASSERT_EQ(counters.size(), 2U); // what this unit of work wrote is there already
        EXPECT_EQ(counters[0].window, std::nullopt);
        EXPECT_EQ(counters[1].window, 3);
        EXPECT_EQ(counters[1].count, 9);
        EXPECT_EQ(names, (std::vector<std::string>{"b", "c", "it's"}));
    });
    const auto [counters, names] =
        db.read([](Transaction& tx) { return tx.both(counters_from(100), buckets_named("it's")); });

    EXPECT_TRUE(counters.empty());
    EXPECT_EQ(names, std::vector<std::string>{"it's"});
}

TEST_F(Storage, AFailureOfEitherQuestionFailsBothAndTheNextUnitOfWorkGoesOn)
{
    const std::string without_counterpart = "-9223372036854775808";
    const auto ask = [](Transaction& tx, const std::string& number) {
        return tx.both(buckets_named("n" + number),
                       storage::query<std::int64_t>("SELECT abs(CAST(:number AS BIGINT))", number));
    };
    const auto read = [&](const std::string& number) {
        return db.read([&](Transaction& tx) { return ask(tx, number); });
    };
    const auto write = [&](const std::string& number) {
        return db.transaction([&](Transaction& tx) {
            tx.run("INSERT INTO rate_counters VALUES (:bucket, 0, 1)", "n" + number);
            return ask(tx, number);
        });
    };

    EXPECT_ANY_THROW(read(without_counterpart));
    EXPECT_EQ(read("-7").second, std::vector<std::int64_t>{7});
    EXPECT_ANY_THROW(write(without_counterpart));
    EXPECT_EQ(counted(("n" + without_counterpart).c_str()), 0);
    EXPECT_EQ(write("-5").first, std::vector<std::string>{"n-5"});
}

TEST_F(Storage, WhatIsAskedAheadIsJudgedBeforeAnythingElseIsSeen)
{
    count_up("x");
    count_up("y");
    std::vector<std::string> judged;
    bool is_seen = false;
    const auto read = [&](bool is_refused, const auto& work) {
        db.read([&](Transaction& tx) {
            tx.ahead(buckets_named("x"), [&judged, is_refused](const auto& rows) {
                judged.insert(judged.end(), rows.begin(), rows.end());
                if (is_refused) throw std::domain_error("not yours");
            });
            work(tx);
        });
    };
    const auto look = [&](Transaction& tx) { is_seen = tx.all(counters_from(0)).size() == 2; };

    EXPECT_THROW(read(true, look), std::domain_error);
    EXPECT_FALSE(is_seen);
    EXPECT_THROW(read(true, [](Transaction&) {}), std::domain_error); // asked alone, at the end
    EXPECT_THROW(
        read(true, [&](Transaction& tx) { is_seen = !tx.all(buckets_named("y")).empty(); }),
        std::domain_error); // the very same statement
    EXPECT_FALSE(is_seen);
    read(false, look);
    EXPECT_TRUE(is_seen);
    EXPECT_EQ(judged, std::vector<std::string>(4, "x"));
}

TEST_F(Storage, QuestionsAskedTogetherSurviveALostConnection)
{
    if (db.dialect() == storage::Dialect::sqlite) GTEST_SKIP() << "a file has no connections";
    count_up("x");
    const auto ask = [&] {
        return db.read(
            [](Transaction& tx) { return tx.both(counters_from(0), buckets_named("x")); });
    };
    ask(); // on the session that is about to be lost
    Database other(databases.data, "", 1, clock, vault);
    other.read([](Transaction& tx) {
        tx.all<std::int64_t>("SELECT CASE WHEN pg_terminate_backend(pid) THEN 1 ELSE 0 END FROM "
                             "pg_stat_activity WHERE pid <> pg_backend_pid() "
                             "AND datname = current_database()");
    });

    EXPECT_EQ(ask().second, std::vector<std::string>{"x"});
    EXPECT_GE(db.retries(), 1U);
}

/// What was never asked on that connection has to be prepared on it first.
TEST_F(Storage, AQuestionOfItsFirstTimeSurvivesALostConnection)
{
    if (db.dialect() == storage::Dialect::sqlite) GTEST_SKIP() << "a file has no connections";
    count_up("x");
    Database other(databases.data, "", 1, clock, vault);
    other.read([](Transaction& tx) {
        tx.all<std::int64_t>("SELECT CASE WHEN pg_terminate_backend(pid) THEN 1 ELSE 0 END FROM "
                             "pg_stat_activity WHERE pid <> pg_backend_pid() "
                             "AND datname = current_database()");
    });

    const auto found = db.read([](Transaction& tx) {
        return tx.all<std::int64_t>("SELECT 7 WHERE 'x' = :name", std::string("x"));
    });
    EXPECT_EQ(found, std::vector<std::int64_t>{7});
    EXPECT_GE(db.retries(), 1U);
}

TEST_F(Storage, AFileComesBackToTheByte)
{
    const auto bytes = random_bytes(storage::file_chunk_max * 2 + 17);
    const auto id = FileId::fresh(now);
    db.transaction([&](Transaction& tx) {
        storage::put_file(tx, id, AccountId::fresh(now),
                          {"test", "application/octet-stream", bytes});
    });

    db.read([&](Transaction& tx) {
        EXPECT_EQ(storage::read_file(tx, id), bytes);
        EXPECT_EQ(storage::find_file(tx, id)->sha256, sha256_hex(bytes));
    });
}

TEST_F(Storage, AppendOnlyTablesRefuseUpdateAndUnorderedDelete)
{
    db.transaction([&](Transaction& tx) {
        tx.run("INSERT INTO audit_log VALUES ('a1', 0, 'sam', 'looked', 'acc_x', 'why')");
    });
    const auto attempt = [&](const char* sql) {
        db.transaction([&](Transaction& tx) { tx.run(sql); });
    };

    EXPECT_THROW(attempt("UPDATE audit_log SET reason = 'other'"), storage::ConstraintViolated);
    EXPECT_THROW(attempt("DELETE FROM audit_log"), storage::ConstraintViolated);
    attempt("INSERT INTO destruction_orders VALUES ('a1', 'audit', 'ten years', 0)");
    EXPECT_NO_THROW(attempt("DELETE FROM audit_log"));
}

TEST_F(Storage, FailuresDoNotTellWhatWasBound)
{
    const auto insert = [&] {
        db.transaction([&](Transaction& tx) {
            tx.run(R"(INSERT INTO audit_log (id, at, actor, action, object_id, reason)
                      VALUES (:id, :at, :actor, :action, :object, :reason))",
                   "key of ana", 0, "sam", "looked", "acc_x", "ana has moved");
        });
    };
    insert();
    try {
        insert();
        FAIL() << "the key is taken";
    } catch (const storage::ConstraintViolated& violation) {
        const std::string message = violation.what();
        EXPECT_NE(message.find("audit_log"), std::string::npos) << message;
        EXPECT_EQ(message.find("ana"), std::string::npos) << message;
    }
}

TEST_F(Storage, ADiskThatIsFullCostsNoConnection)
{
    if (db.dialect() != storage::Dialect::sqlite) GTEST_SKIP() << "PostgreSQL keeps its own";
    Database narrow(databases.data, "", 1, clock, vault);
    const auto pages_max = [](Transaction& tx) {
        return tx.one<std::int64_t>("PRAGMA max_page_count");
    };
    const auto usual = narrow.read(pages_max);
    const auto full = narrow.transaction([](Transaction& tx) {
        return tx.one<std::int64_t>("PRAGMA max_page_count = 1"); // as many as there are
    });
    ASSERT_LT(full, usual);

    EXPECT_THROW(narrow.transaction([](Transaction& tx) {
        tx.run("INSERT INTO room_probe (id, filler) VALUES (1, :filler)",
               std::string(1 << 20, 'x'));
    }),
                 storage::StorageFull);

    EXPECT_EQ(narrow.read(pages_max), full) << "a connection made anew knows no such limit";
}

TEST_F(Storage, EventsOfOneSubjectAreLeasedOneAfterTheOther)
{
    db.transaction([&](Transaction& tx) {
        events::announce(tx, {events::Kind::release_due, "ord_1"});
        events::announce(tx, {events::Kind::order_released, "ord_1"});
        events::announce(tx, {events::Kind::release_due, "ord_2"});
    });
    const auto take = [&] {
        return db.transaction(
            [&](Transaction& tx) { return events::lease(tx, "me", 10, std::chrono::seconds{60}); });
    };

    const auto first = take();
    ASSERT_EQ(first.size(), 2U); // one of each subject
    EXPECT_TRUE(take().empty());

    db.transaction([&](Transaction& tx) {
        for (const auto& event : first)
            events::mark_done(tx, event);
    });
    const auto second = take();
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].kind, "order_released");
}

TEST_F(Storage, AnOutdatedLeaseChangesNothing)
{
    db.transaction([&](Transaction& tx) { events::announce(tx, {events::Kind::mail_due, "acc"}); });
    const auto take = [&] {
        return db.transaction(
            [&](Transaction& tx) { return events::lease(tx, "me", 1, std::chrono::seconds{60}); });
    };
    const auto stale = take();
    now += std::chrono::minutes{5};
    const auto fresh = take();
    ASSERT_EQ(fresh.size(), 1U);

    db.transaction([&](Transaction& tx) { events::mark_done(tx, stale[0]); });
    const auto waiting = db.read([](Transaction& tx) { return events::backlog(tx).waiting; });
    EXPECT_EQ(waiting, 1);
}

TEST_F(Storage, EventsWaitForNoClockThatRanAhead)
{
    const auto taken = [&] {
        return db.transaction([&](Transaction& tx) {
            return events::lease(tx, "me", 10, std::chrono::seconds{60}).size();
        });
    };
    const auto right = now;
    now += std::chrono::days{9};
    db.transaction([&](Transaction& tx) {
        events::announce(tx, {events::Kind::mail_due, "announced ahead"});
        events::announce(tx, {events::Kind::mail_due, "leased ahead"});
    });
    ASSERT_EQ(taken(), 2U);
    db.transaction([](Transaction& tx) {
        tx.run("UPDATE events SET lease_until = 0 WHERE subject = 'announced ahead'");
    });
    now = right;
    EXPECT_EQ(taken(), 2U);

    db.transaction([&](Transaction& tx) {
        events::announce(tx, {events::Kind::mail_due, "later"}, std::chrono::hours{48});
    });
    EXPECT_EQ(taken(), 0U) << "a delay is kept";
}

TEST_F(Storage, ANameTakesOneArgumentHoweverOftenItStands)
{
    db.transaction([](Transaction& tx) {
        tx.run("INSERT INTO rate_counters VALUES (:name, :small, :small), (:name, :big, :small)",
               "twice", 1, 20);
        const auto below = [&](std::int64_t roof, const char* name) {
            return tx.all<std::int64_t>(R"(
                SELECT window_start -- at :most, as everybody's
                  FROM rate_counters
                 WHERE (window_start < :roof OR window_start > :roof + 100)
                   AND bucket || ':name' = :name || ':name')",
                                        roof, name);
        };
        EXPECT_EQ(below(10, "twice"), std::vector<std::int64_t>{1});
        EXPECT_EQ(below(-90, "twice"), std::vector<std::int64_t>{20});
        EXPECT_TRUE(below(10, "once").empty());
    });
    const auto either = [](const std::string& name) {
        return storage::query<std::string>(
            "SELECT bucket FROM rate_counters WHERE :name = '' OR bucket = :name", name);
    };
    const auto [every, none] =
        db.read([&](Transaction& tx) { return tx.both(either(""), buckets_named("other")); });

    EXPECT_EQ(every.size(), 2U); // in one trip too
    EXPECT_TRUE(none.empty());
}

TEST_F(Storage, AnotherNumberOfArgumentsIsABugThatNamesTheStatement)
{
    const auto told = [&](const auto&... args) {
        try {
            db.read([&](Transaction& tx) {
                tx.all<std::int64_t>("SELECT 1 WHERE :a = :b OR :a = 'x'", args...);
            });
        } catch (const Bug& bug) {
            return std::string(bug.what());
        }
        return std::string();
    };
    const auto refused = [](const std::string& given) {
        return ::testing::EndsWith("2 arguments, not " + given +
                                   ", for SELECT 1 WHERE :a = :b OR :a = 'x'");
    };

    EXPECT_THAT(told("y"), refused("1"));
    EXPECT_EQ(told("y", "z"), "");
    EXPECT_THAT(told("y", "z", "y"), refused("3")); // now that it is prepared
    EXPECT_THAT(told("y"), refused("1"));
}

enum class Fruit : std::uint8_t { apple, pear, plum };
std::string_view name(Fruit fruit)
{
    constexpr std::array words = {"apple", "pear", "plum"};
    return words.at(static_cast<std::size_t>(fruit));
}
constexpr std::array with_stones = {Fruit::plum};
constexpr std::array with_pips = {Fruit::apple, Fruit::pear};

TEST_F(Storage, WordsOfOursAreWrittenIntoAStatementAndNotBound)
{
    using storage::written;
    const auto are_among = [](Transaction& tx, std::string_view word, auto list) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM (SELECT 1) one WHERE :word IN (:list)",
                                    word, list) == 1;
    };
    db.read([&](Transaction& tx) {
        EXPECT_TRUE(are_among(tx, "pear", written<with_pips>));
        EXPECT_FALSE(are_among(tx, "plum", written<with_pips>));
        EXPECT_EQ(tx.one<std::string>("SELECT CAST(:fruit AS TEXT)", written<Fruit::plum>), "plum");
        // One text is prepared once: with other words it would silently ask for the former ones.
        EXPECT_THROW(are_among(tx, "plum", written<with_stones>), Bug);
    });
}

TEST(Dialect, APlaceholderIsNumberedByTheFirstAppearanceOfItsName)
{
    using storage::Dialect;
    const auto spelled = storage::spelled_for(
        Dialect::postgresql, "a = :x AND \":y\" = ':y' AND c = :z_2 AND d = :x::text AND e[1:2]");

    EXPECT_EQ(spelled.text, "a = $1 AND \":y\" = ':y' AND c = $2 AND d = $1::text AND e[1:2]");
    EXPECT_EQ(spelled.names, 2U);
    EXPECT_EQ(spelled.parameters, 2U);
}

TEST(Dialect, WhatIsWrittenTakesNoNumber)
{
    using storage::Argument;
    using storage::Cell;
    const storage::Arguments given = {{Cell::Kind::integer}, {Cell::Kind::text, "'a', 'b'"}, {}};
    const auto spelled = storage::spelled_for(
        storage::Dialect::postgresql, "x > :x AND s IN (:list) AND t = :t AND u IN (:list)", given);

    EXPECT_EQ(spelled.text, "x > $1 AND s IN ('a', 'b') AND t = $2 AND u IN ('a', 'b')");
    EXPECT_EQ(spelled.names, 3U);
    EXPECT_EQ(spelled.parameters, 2U);
}

TEST(Dialect, SqliteHasItsOwnNumbersAndNoRowLocks)
{
    using storage::Dialect;
    EXPECT_EQ(
        storage::spelled_for(Dialect::sqlite, "SELECT :b, :a, :b FOR UPDATE SKIP LOCKED").text,
        "SELECT ?1, ?2, ?1 ");
    EXPECT_EQ(storage::spelled_for(Dialect::sqlite, "SELECT 'it''s :a' -- it's :b").text,
              "SELECT 'it''s :a' ");
}

} // namespace
