#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "domain/storage/cell.hpp"
#include "domain/storage/dialect.hpp"

namespace domain::storage {

/// A prepared statement with buffers of its own, kept by its session.
class Statement {
public:
    Statement(void* soci_session, Dialect dialect, std::string_view sql, const Kinds& in,
              const Kinds& out);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Cell& parameter(std::size_t index);
    const Cell& column(std::size_t index) const;

    /// Executes and steps to the very end (SQLite keeps its snapshot open otherwise),
    /// calling `row` for each row. Returns the number of affected rows.
    long long run(const std::function<void()>& row);

    /// Whether the last run threw. It must not run again: after a failure SOCI 4.0 has not
    /// freed what it sent to PostgreSQL, and forgets it when it sends anew.
    bool has_failed() const { return failed_; }

private:
    struct Bound;
    std::unique_ptr<Bound> bound_;
    bool failed_ = false;
};

/// One connection with its prepared statements. Used by one thread at a time.
class Session {
public:
    /// `url`: "sqlite:PATH", or a libpq URI ("postgresql://…").
    explicit Session(std::string url);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Dialect dialect() const { return dialect_; }

    Statement& prepared(std::string_view sql, const Kinds& in, const Kinds& out);

    /// A statement without parameters and rows, not kept: BEGIN, COMMIT, DDL.
    void execute(const std::string& sql);

    /// Closes the connection and forgets every prepared statement; the next use opens anew.
    void drop();

private:
    struct Connection;
    void open();

    std::string url_;
    Dialect dialect_;
    std::unique_ptr<Connection> connection_;
};

} // namespace domain::storage
