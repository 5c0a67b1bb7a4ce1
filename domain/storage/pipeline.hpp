#pragma once

#include <memory>
#include <string>
#include <vector>

// libpq's own names for its connection and its results.
struct pg_conn;
struct pg_result;

namespace domain::storage {

/// libpq's pipeline mode on one connection, for as long as this lives: prepared statements sent
/// in one go, their results read in order. SOCI has nothing for it.
///
/// What fails is thrown as SOCI throws it, and leaves the connection in the middle of the
/// conversation: its owner closes it.
class Pipeline {
public:
    struct Free {
        void operator()(pg_result* result) const;
    };
    using Result = std::unique_ptr<pg_result, Free>;

    /// `connection`: idle, and nobody else's until finish().
    explicit Pipeline(pg_conn* connection);
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// Null pointers in `values` are NULL; all must live until flush().
    void send(const std::string& prepared, const std::vector<const char*>& values);
    void flush();

    /// The rows of the next statement.
    Result take();

    /// After the last result: the connection is SOCI's again.
    void finish();

private:
    [[noreturn]] void fail(const pg_result* result) const;

    pg_conn* connection_;
};

} // namespace domain::storage
