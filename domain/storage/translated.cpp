#include "domain/storage/translated.hpp"

#include <set>

namespace domain::storage {

namespace {

std::string without_data(const std::string& message)
{
    return message.substr(0, message.find("DETAIL"));
}

bool says(const std::string& message, const char* words)
{
    return message.find(words) != std::string::npos;
}

} // namespace

void translate(const soci::postgresql_soci_error& failure)
{
    const auto state = failure.sqlstate();
    const auto message = "postgresql " + state + " " + without_data(failure.what());
    static const std::set<std::string> lost_race = {"40001", "40P01"};
    static const std::set<std::string> slow = {"57014", "55P03", "53300"};
    static const std::set<std::string> full = {"53100", "53200"};
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
    const std::string message = std::string("sqlite: ") + failure.what();
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
    const std::string message = failure.what();
    if (says(message, "constraint failed")) throw ConstraintViolated(message);
    if (says(message, "database is locked") || says(message, "database is busy")) {
        throw LostRace(message);
    }
    if (says(message, "is full") || says(message, "disk I/O error")) throw StorageFull(message);
    if (says(message, "onnect")) throw Disconnected(message.substr(0, 120));
    throw std::runtime_error(message);
}

} // namespace domain::storage
