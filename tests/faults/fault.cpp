#include "tests/faults/fault.hpp"

#include <stdexcept>

#include "domain/storage/failures.hpp"

namespace tests {

namespace {

constexpr auto why = "the test's fault";

[[noreturn]] void fail(Failure failure)
{
    if (failure == Failure::raced) throw domain::storage::LostRace(why);
    if (failure == Failure::refused) throw std::runtime_error(why);
    throw domain::storage::Disconnected(why);
}

} // namespace

std::string_view name(Failure failure)
{
    switch (failure) {
    case Failure::raced: return "raced";
    case Failure::cut: return "cut";
    case Failure::refused: return "refused";
    case Failure::dead: return "dead";
    case Failure::unheard: return "unheard";
    }
    return "unknown";
}

void Fault::before(std::string_view sql)
{
    const auto number = ++seen_;
    if (at_ == 0 || failure_ == Failure::unheard) return;
    const bool lasts = failure_ == Failure::dead && number > at_;
    if (number != at_ && !lasts) return;
    struck_ = true;
    if (number == at_) sql_ = sql;
    fail(failure_);
}

void Fault::after(std::string_view sql, bool is_data)
{
    if (sql != "COMMIT") return;
    if (is_data) committed();
    ++commits_;
    if (failure_ != Failure::unheard || commits_ != at_) return;
    struck_ = true;
    sql_ = sql;
    fail(failure_);
}

} // namespace tests
