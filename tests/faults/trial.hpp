#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "tests/faults/process.hpp"

namespace tests {

/// How what a failure left undone gets done.
enum class Mending : std::uint8_t {
    asking,  // by asking again
    minutes, // and because what is due within minutes is done: events, undecided operations
    hours,   // and what runs by the hour
};

/// What asking again gets once it was done.
enum class Again : std::uint8_t {
    same,    // the same answer, by its key
    refused, // a refusal: the link is used, the session has ended, the version is another
    anew,    // it is done once more, which does no harm
    nobody,  // asks again: it is a job
};

/// One operation or job in the middle of its life, about to succeed.
struct Scenario {
    std::string_view name;
    /// Units of work that change something here, one after the other; more than one has its reason.
    int units = 1;
    std::string_view because{};
    Again again = Again::same;
    Mending mending = Mending::asking;
};

/// Whom mails went to, and what about, by their ids: mail systems drop doubles by them.
using Mails = std::map<std::string, std::string>;

/// Does `act` once untouched, then with every statement of it failing in turn in every way, and
/// looks each time at what is left: nothing, or one whole unit of work after the other; the books
/// in order; and, once it was asked again, exactly what one untouched act leaves.
class Trial {
public:
    Trial(const Scenario& scenario, Act act, const Surroundings& around, domain::Instant& now,
          Databases& databases);

    /// Every `step`-th statement in one way, and one COMMIT; with a step of one each statement in
    /// every way. What does not hold is added to the test's failures.
    void play(std::int64_t step);

private:
    /// What an untouched act left.
    struct Untouched {
        Answer answer;
        std::int64_t statements = 0, commits = 0;
        std::vector<Picture> stations; // how things stood before, and after each unit of work
        std::set<std::string> unreadable;
        std::vector<std::string> to_mend; // what the books lack before it, as it is there to mend
        Picture at_once, finally;
        json mangopay;
        Mails mails;
    };

    void learn();
    void play_each();
    void play_some(std::int64_t step);
    /// False when the fault came too late to strike.
    bool survives(Failure failure, std::int64_t at);
    void expect_right_answer(const Fault& fault, Failure failure, const Answer& answer);
    void expect_whole_units(Process& process);
    void expect_books_in_order(Process& process);
    void expect_done_once(Process& process, const Mails& mails);
    /// False when the answer was: not yet.
    bool ask_again(Process& process);
    Answer acted(Process& process) const;
    void mend(Process& process);
    Picture seen(Process& process, Columns columns) const;
    /// Whose connections to look through.
    domain::Database& looked_through(Process& process) const;
    json at_mangopay() const;
    void begin_again();

    const Scenario scenario_;
    const Act act_;
    const Surroundings around_;
    domain::Instant& now_;
    const domain::Instant start_;
    Kept kept_;
    /// Looks at databases that stay, all the time: who connects anew has PostgreSQL plan the
    /// questions about all tables anew, which took half the minutes of these stories.
    std::unique_ptr<Process> onlooker_;
    std::set<std::string, std::less<>> known_;
    Untouched untouched_;
};

} // namespace tests
