#pragma once

#include <stdexcept>

namespace domain::storage {

/// A lost race (serialization failure, deadlock, busy file): run the unit of work again.
class LostRace : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The database takes nothing just now, whatever was asked: nobody's fault but its own, so
/// waiting is all there is to do.
class Away : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The connection is gone; what was not committed did not happen.
class Disconnected : public Away {
public:
    using Away::Away;
};

/// The answer to COMMIT never came: it may have happened. Only an Idempotency-Key, or a
/// cause that is unique in the database, makes repeating safe.
class CommitUnknown : public Away {
public:
    using Away::Away;
};

/// The database, or the pool of its sessions, is too slow just now.
class Overloaded : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The disk or file refuses to take more: nothing of the unit of work was kept.
class StorageFull : public Away {
public:
    using Away::Away;
};

/// A UNIQUE, CHECK or FOREIGN KEY constraint, or a guarding trigger, said no.
class ConstraintViolated : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace domain::storage
