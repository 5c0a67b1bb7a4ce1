#pragma once

#include <stdexcept>

namespace domain::storage {

/// A lost race (serialization failure, deadlock, busy file): run the unit of work again.
class LostRace : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The connection is gone; what was not committed did not happen.
class Disconnected : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The answer to COMMIT never came: it may have happened. Only an Idempotency-Key, or a
/// cause that is unique in the database, makes repeating safe.
class CommitUnknown : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The database, or the pool of its sessions, is too slow just now.
class Overloaded : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The disk or file refuses to take more: nothing of the unit of work was kept.
class StorageFull : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A UNIQUE, CHECK or FOREIGN KEY constraint, or a guarding trigger, said no.
class ConstraintViolated : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace domain::storage
