#include "tests/faults/trial.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/faults/invariants.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

void add_mails(Mails& all, const Mailbox& mailbox)
{
    for (const auto& mail : mailbox.mails) {
        const auto from = mail.bytes.find("Subject:");
        all[mail.id] =
            mail.to + " " + mail.bytes.substr(from, mail.bytes.find("\r\n", from) - from);
    }
}

/// Each as often as it was sent.
std::multiset<std::string> letters(const Mails& mails)
{
    std::multiset<std::string> all;
    for (const auto& [id, letter] : mails)
        all.insert(letter);
    return all;
}

bool holds(const std::vector<Picture>& stations, const Picture& seen)
{
    return std::find(stations.begin(), stations.end(), seen) != stations.end();
}

} // namespace

Trial::Trial(const Scenario& scenario, Act act, const Surroundings& around, domain::Instant& now,
             Databases& databases)
    : scenario_(scenario),
      act_(std::move(act)),
      around_(around),
      now_(now),
      start_(now),
      kept_(databases)
{
    around_.stand_in.keep();
    if (kept_.stays()) onlooker_ = std::make_unique<Process>(around_, kept_);
}

domain::Database& Trial::looked_through(Process& process) const
{
    return onlooker_ ? onlooker_->db : process.db;
}

void Trial::begin_again()
{
    now_ = start_;
    kept_.restore();
    around_.stand_in.restore();
}

/// A worker that loses its database, or a stream that breaks, ends what it was doing.
Answer Trial::acted(Process& process) const
{
    try {
        return act_(process);
    } catch (const std::exception& failure) {
        Answer stopped;
        stopped.status = 503;
        stopped.bytes = failure.what();
        stopped.headers["content-type"] = "application/problem+json";
        return stopped;
    }
}

void Trial::mend(Process& process)
{
    if (scenario_.mending == Mending::asking) return;
    // Longer than a call may take; twice all rounds, less than a card page lives.
    const auto step = scenario_.mending == Mending::hours ? std::chrono::seconds(61min) : 100s;
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        now_ += step;
        jobs::run_until_idle(process.context, "mending");
    }
}

Picture Trial::seen(Process& process, Columns columns) const
{
    return comparable(picture_of(looked_through(process), columns), known_);
}

json Trial::at_mangopay() const
{
    const auto state = around_.stand_in.state();
    EXPECT_TRUE(state.value("balanced", false)) << state;
    json seen = {{"in", state["in"]}, {"out", state["out"]}, {"moved", state["transactions"]}};
    for (const auto* kind : {"user", "wallet", "recipient", "verification", "hook"})
        seen[kind] = state["counts"][kind];
    std::multiset<std::int64_t> amounts;
    for (const auto& wallet : state["wallets"])
        amounts.insert(wallet["amount"].get<std::int64_t>());
    seen["amounts"] = amounts;
    return seen;
}

void Trial::learn()
{
    begin_again();
    Process process(around_, kept_);
    known_ = known_in(picture_of(looked_through(process), Columns::all));
    auto& stations = untouched_.stations;
    stations = {seen(process, Columns::lasting)};
    untouched_.unreadable = unreadable_columns(looked_through(process), process.vault);
    untouched_.to_mend = complaints(looked_through(process));

    Process observer(around_, kept_);
    Fault none;
    none.committed = [&] {
        auto station = seen(observer, Columns::lasting);
        if (station != stations.back()) stations.push_back(std::move(station));
        untouched_.unreadable.merge(unreadable_columns(looked_through(observer), observer.vault));
    };
    process.watch(&none);
    untouched_.answer = acted(process);
    process.watch(nullptr);
    untouched_.statements = none.seen();
    untouched_.commits = none.commits();
    untouched_.at_once = seen(process, Columns::all);

    mend(process);
    untouched_.unreadable.merge(unreadable_columns(looked_through(process), process.vault));
    untouched_.finally = seen(process, Columns::outcome);
    untouched_.mangopay = at_mangopay();
    add_mails(untouched_.mails, process.mailbox);
}

void Trial::play(std::int64_t step)
{
    learn();
    ASSERT_LT(untouched_.answer.status, 300) << untouched_.answer.bytes;
    const auto units = static_cast<int>(untouched_.stations.size()) - 1;
    EXPECT_EQ(units, scenario_.units)
        << "units of work that change something; "
        << difference(untouched_.stations.front(), untouched_.stations.back());
    EXPECT_EQ(units > 1, !scenario_.because.empty()) << "several units have their reason";
    step == 1 ? play_each() : play_some(step);
}

void Trial::play_each()
{
    for (const auto failure : all_failures) {
        for (std::int64_t at = 1; survives(failure, at) && !::testing::Test::HasFailure(); ++at) {
        }
    }
}

/// Where it begins, and in which way, differs from scenario to scenario.
void Trial::play_some(std::int64_t step)
{
    constexpr std::array ways = {Failure::raced, Failure::cut, Failure::refused, Failure::dead};
    auto turn = scenario_.name.size();
    auto at = 1 + static_cast<std::int64_t>(turn) % std::min(step, untouched_.statements);
    while (survives(ways.at(turn++ % ways.size()), at) && !::testing::Test::HasFailure())
        at += step;
    const auto commits = static_cast<std::uint64_t>(std::max<std::int64_t>(untouched_.commits, 1));
    survives(Failure::unheard, 1 + static_cast<std::int64_t>(turn % commits));
}

bool Trial::survives(Failure failure, std::int64_t at)
{
    begin_again();
    Fault fault(failure, at);
    Process process(around_, kept_);
    process.watch(&fault);
    const auto answer = acted(process);
    process.watch(nullptr);
    if (!fault.has_struck()) {
        const auto end = failure == Failure::unheard ? untouched_.commits : untouched_.statements;
        EXPECT_GT(at, end) << "it counted otherwise when untouched";
        return false;
    }
    SCOPED_TRACE(std::string(scenario_.name) + ", " + std::string(name(failure)) + " at " +
                 std::to_string(at) + " of " + std::to_string(untouched_.statements) + ": " +
                 fault.sql());
    expect_right_answer(fault, failure, answer);
    expect_whole_units(process);
    expect_books_in_order(process);
    if (failure == Failure::raced && answer.status == untouched_.answer.status) {
        EXPECT_EQ(difference(untouched_.at_once, seen(process, Columns::all)), "")
            << "run again, it is done once";
    }
    Mails mails;
    if (failure == Failure::dead) {
        add_mails(mails, process.mailbox);
        Process next(around_, kept_);
        expect_done_once(next, mails);
    } else {
        expect_done_once(process, mails);
    }
    return true;
}

/// What can be run again is, and nobody notices; what cannot is a problem of ours, said as one.
void Trial::expect_right_answer(const Fault& fault, Failure failure, const Answer& answer)
{
    const bool transient =
        failure == Failure::raced || (failure == Failure::cut && !fault.struck_commit());
    if (transient || answer.status == untouched_.answer.status) {
        EXPECT_EQ(answer.status, untouched_.answer.status) << answer.bytes;
        return;
    }
    EXPECT_GE(answer.status, 500) << answer.bytes;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
}

void Trial::expect_whole_units(Process& process)
{
    const auto left = seen(process, Columns::lasting);
    const auto& stations = untouched_.stations;
    EXPECT_TRUE(holds(stations, left)) << "half done:\n"
                                       << difference(stations.front(), left) << "whole:\n"
                                       << difference(stations.front(), stations.back());
}

void Trial::expect_books_in_order(Process& process)
{
    for (const auto& complaint : complaints(looked_through(process)))
        EXPECT_THAT(untouched_.to_mend, ::testing::Contains(complaint));
    for (const auto& column : unreadable_columns(looked_through(process), process.vault))
        EXPECT_TRUE(untouched_.unreadable.contains(column)) << column << " lost its key";
}

bool Trial::ask_again(Process& process)
{
    if (scenario_.again == Again::nobody) return true;
    const bool is_done = seen(process, Columns::lasting) == untouched_.stations.back();
    if (is_done && scenario_.again == Again::anew) return true;
    const auto answer = acted(process);
    if (is_done && scenario_.again == Again::refused) {
        EXPECT_TRUE(answer.status >= 400 && answer.status < 500) << answer.bytes;
        return true;
    }
    // An errand of which nobody knows yet how it ended.
    const bool not_yet = answer.status == 202 || answer.status == 503;
    if (not_yet && scenario_.mending != Mending::asking) return false;
    EXPECT_EQ(answer.status, untouched_.answer.status) << "asked again: " << answer.bytes;
    return true;
}

void Trial::expect_done_once(Process& process, const Mails& mails)
{
    const bool is_settled = ask_again(process);
    mend(process);
    if (!is_settled) {
        EXPECT_TRUE(ask_again(process)) << "still not, when what is due was done";
        mend(process);
    }
    EXPECT_EQ(difference(untouched_.finally, seen(process, Columns::outcome)), "")
        << "in the end it is done once";
    expect_books_in_order(process);
    EXPECT_EQ(at_mangopay(), untouched_.mangopay);
    auto all = mails;
    add_mails(all, process.mailbox);
    EXPECT_EQ(letters(all), letters(untouched_.mails));
}

} // namespace tests
