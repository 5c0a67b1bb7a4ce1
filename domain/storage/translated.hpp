#pragma once

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string>

#include "domain/storage/failures.hpp"

namespace domain::storage {

/// Throws what `failure` means to us. PostgreSQL puts row data into its messages ("Key
/// (email)=(…)"), so nothing after DETAIL leaves this place.
[[noreturn]] void translate(const soci::postgresql_soci_error& failure);
[[noreturn]] void translate(const soci::sqlite3_soci_error& failure);
[[noreturn]] void translate(const soci::soci_error& failure);

/// Runs `work`; whatever SOCI throws leaves as one of failures.hpp.
template <typename Work>
auto translated(Work&& work)
{
    try {
        return work();
    } catch (const soci::postgresql_soci_error& failure) {
        translate(failure);
    } catch (const soci::sqlite3_soci_error& failure) {
        translate(failure);
    } catch (const soci::soci_error& failure) {
        translate(failure);
    }
}

} // namespace domain::storage
