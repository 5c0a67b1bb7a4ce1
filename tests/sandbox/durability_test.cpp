#include <fstream>

#include "ops/mangopay-sandbox/client/journal.hpp"
#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

using namespace mangopay_sandbox;

namespace {

std::string journal_of(const StandIn& stand_in)
{
    return stand_in.state_folder() + "/entremise-demo/journal.jsonl";
}

/// A state whose documents and units are made directly.
class Durable : public ::testing::Test {
protected:
    Temporary folder;

    static void put(State& state, Journal& journal, const std::string& id, int value)
    {
        state.put(Kind::user, id, {{"Id", id}, {"Value", value}});
        journal.append(state.commit());
    }
    static int value(const State& state, const std::string& id)
    {
        const auto* document = state.maybe_find(Kind::user, id);
        return document == nullptr ? -1 : document->at("Value").get<int>();
    }
};

} // namespace

TEST_F(AtMangopay, NothingAnsweredIsLostWhenItIsKilled)
{
    const auto ana = given_payer();
    const auto to = given_wallet(given_owner());
    const auto from = given_funds(ana, 10'000);
    std::int64_t moved = 0;
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 7; ++i) {
            good(transfer(ana, from, to, 100, 10));
            moved += 90;
        }
        EXPECT_EQ(128 + SIGKILL, stand_in.end(SIGKILL));
        stand_in.start();
        EXPECT_EQ(200, get("/users").status); // the token too
        EXPECT_EQ(moved, balance(to));
    }
    EXPECT_EQ("35", get("/clients/wallets/FEES/EUR/transactions").header("x-number-of-items"));
}

TEST_F(AtMangopay, WhatWasDueWhileItWasDownHappensAtItsTime)
{
    const auto ana = given_payer();
    const auto payin =
        good(post("/payins/card/web", payin_fields(ana, given_wallet(ana), 100))).at("Id");
    EXPECT_EQ(0, stand_in.end(SIGTERM));
    stand_in.set_clock("+" + std::to_string(20 * 60 * 1'000'000LL));
    stand_in.start();

    token = fresh_token();
    EXPECT_EQ("101109", good(get("/payins/" + payin.get<std::string>())).at("ResultCode"));
    const auto created = good(get("/events?EventType=PAYIN_NORMAL_CREATED")).at(0).at("Date");
    const auto failed = good(get("/events?EventType=PAYIN_NORMAL_FAILED")).at(0).at("Date");
    const auto after = failed.get<std::int64_t>() - created.get<std::int64_t>();
    EXPECT_LE(15 * 60, after);
    EXPECT_GE(15 * 60 + 1, after); // both are rounded down to seconds
}

TEST_F(AtMangopay, ATornLineIsCutOffAndTheRestIsKept)
{
    const auto ana = given_payer();
    stand_in.end(SIGKILL);
    std::ofstream(journal_of(stand_in), std::ios::app) << R"({"n":99,"put":[["user","x")";
    stand_in.start();
    EXPECT_EQ(200, get("/users/" + ana).status);
    const auto later = given_payer();
    stand_in.end(SIGKILL);
    stand_in.start();
    EXPECT_EQ(200, get("/users/" + later).status);
}

TEST_F(Durable, ASnapshotReplacesTheJournalAndLaterLinesFollow)
{
    {
        State state;
        Journal journal(folder.path() + "/a", state);
        for (int i = 0; i < 100; ++i)
            put(state, journal, "user_" + std::to_string(i), i);
        put(state, journal, "user_1", 1'000);
        state.erase(Kind::user, "user_2");
        journal.append(state.commit());
        journal.shorten(state);
        put(state, journal, "user_3", 3'000);
    }
    State state;
    const Journal journal(folder.path() + "/a", state);
    EXPECT_EQ(99U, state.count(Kind::user));
    EXPECT_EQ(1'000, value(state, "user_1"));
    EXPECT_EQ(-1, value(state, "user_2"));
    EXPECT_EQ(3'000, value(state, "user_3"));
    std::vector<std::string> order;
    state.each(Kind::user, [&](const std::string& id, const json&) { order.push_back(id); });
    EXPECT_EQ("user_0", order.at(0));
    EXPECT_EQ("user_99", order.at(98));
}

TEST_F(Durable, LinesThatTheSnapshotHoldsAreSkippedAfterACrashBetween)
{
    std::string before;
    {
        State state;
        Journal journal(folder.path() + "/a", state);
        put(state, journal, "user_1", 1);
        put(state, journal, "user_1", 2);
        std::ifstream file(folder.path() + "/a/journal.jsonl");
        before.assign(std::istreambuf_iterator<char>(file), {});
        state.erase(Kind::user, "user_1");
        journal.append(state.commit());
        journal.shorten(state);
    }
    std::ofstream(folder.path() + "/a/journal.jsonl") << before; // as if not yet emptied
    State state;
    const Journal journal(folder.path() + "/a", state);
    EXPECT_EQ(-1, value(state, "user_1"));
}

TEST_F(Durable, AFolderHasOneProcess)
{
    State state;
    const Journal journal(folder.path() + "/a", state);
    State other;
    EXPECT_THROW(Journal(folder.path() + "/a", other), std::runtime_error);
}

TEST_F(Durable, AUnitThatFailsLeavesNoTrace)
{
    State state;
    state.put(Kind::user, "a", {{"Value", 1}, {"_Due", 5}});
    state.commit();
    state.put(Kind::user, "a", {{"Value", 2}});
    state.put(Kind::user, "b", {{"Value", 3}});
    state.erase(Kind::user, "a");
    state.roll_back();
    EXPECT_EQ(1, value(state, "a"));
    EXPECT_EQ(-1, value(state, "b"));
    EXPECT_EQ("a", state.due(Kind::user, domain::instant_of(5)).value_or(""));
    EXPECT_EQ("", state.commit());
}

TEST(Lifecycle, KnowsWhatFollowsWhat)
{
    EXPECT_EQ("ACTIVE", next(Machine::recipient, "PENDING", Action::accept)->to);
    EXPECT_EQ("PAYOUT_NORMAL_FAILED", next(Machine::payout, "CREATED", Action::refuse)->hooks[0]);
    EXPECT_EQ(nullptr, next(Machine::payin, "SUCCEEDED", Action::refuse));
    EXPECT_EQ(nullptr, next(Machine::user, "CLOSED", Action::ask));
}

} // namespace tests
