#include "domain/storage/translated.hpp"

#include <algorithm>
#include <set>

namespace domain::storage {

namespace {

/// What failed and in which statement, never with which values: SOCI appends what was bound,
/// PostgreSQL details the row, and both end in logs.
std::string without_data(const soci::soci_error& failure)
{
    const std::string message = failure.what();
    const auto end = std::min(message.find("DETAIL"), message.find("\" with :"));
    return message.substr(0, end);
}

bool says(const std::string& message, const char* words)
{
    return message.find(words) != std::string::npos;
}

} // namespace

void translate(const soci::postgresql_soci_error& failure)
{
    const auto state = failure.sqlstate();
    const auto message = "postgresql " + state + " " + without_data(failure);
    static const std::set<std::string> lost_race = {"40001", "40P01"};
    static const std::set<std::string> slow = {"57014", "55P03", "53200", "53300"};
    static const std::set<std::string> full = {"53100"};
    // 26000, 0A000: a statement prepared before a reconnection or a migration.
    static const std::set<std::string> stale = {"", "     ", "25P03", "26000", "0A000"};
    if (lost_race.contains(state)) throw LostRace(message);
    if (slow.contains(state)) throw Overloaded(message);
    if (full.contains(state)) throw StorageFull(message);
    if (stale.contains(state) || state.starts_with("08") || state.starts_with("57P")) {
        throw Disconnected(message);
    }
    if (state.starts_with("23") || state == "P0001") throw ConstraintViolated(message);
    throw std::runtime_error(message);
}

void translate(const soci::sqlite3_soci_error& failure)
{
    const std::string message = "sqlite: " + without_data(failure);
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int io_error = 10;
    constexpr int full = 13;
    constexpr int constraint = 19;
    switch (failure.result() & 0xff) {
    case busy:
    case locked: throw LostRace(message);
    case io_error:
    case full: throw StorageFull(message);
    case constraint: throw ConstraintViolated(message);
    default: translate(static_cast<const soci::soci_error&>(failure));
    }
}

void translate(const soci::soci_error& failure)
{
    const auto message = without_data(failure);
    const auto fault = failure.get_error_message(); // without the statement, which names things
    if (says(fault, "constraint failed")) throw ConstraintViolated(message);
    if (says(fault, "database is locked") || says(fault, "database is busy")) {
        throw LostRace(message);
    }
    if (says(fault, "is full") || says(fault, "disk I/O error")) throw StorageFull(message);
    if (says(fault, "onnect")) throw Disconnected(message.substr(0, 120));
    throw std::runtime_error(message);
}

} // namespace domain::storage
