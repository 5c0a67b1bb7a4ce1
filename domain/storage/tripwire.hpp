#pragma once

#include <string_view>

namespace domain::storage {

/// Stands before every statement of a database, BEGIN and COMMIT included: a test's way to have
/// one fail. In production there is none.
class Tripwire {
public:
    virtual ~Tripwire() = default;

    /// A statement is about to run; what this throws is thrown instead.
    virtual void before(std::string_view sql) = 0;

    /// A statement without rows, COMMIT among them, was carried out; what this throws takes the
    /// place of the database's word that it was.
    virtual void after(std::string_view sql) = 0;
};

} // namespace domain::storage
