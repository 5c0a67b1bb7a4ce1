#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "domain/storage/cell.hpp"
#include "domain/storage/dialect.hpp"

struct pg_result; // libpq's

namespace domain::storage {

class Pipeline;

/// A prepared statement with buffers of its own, kept by its session.
class Statement {
public:
    Statement(void* soci_session, Dialect dialect, std::string_view sql, const Arguments& in,
              const Kinds& out);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Throws a Bug unless `sql`, which this was prepared of, takes these arguments: so many, and
    /// the same words written into it.
    void require_arguments(std::string_view sql, const Arguments& given) const;

    Cell& parameter(std::size_t index);
    const Cell& column(std::size_t index) const;

    /// Executes and steps to the very end (SQLite keeps its snapshot open otherwise),
    /// calling `row` for each row. Returns the number of affected rows.
    long long run(const std::function<void()>& row);

    /// The same in two steps, on PostgreSQL: asked now, its rows read when they are there.
    void send(Pipeline& pipeline);
    void receive(const pg_result& rows, const std::function<void()>& row);

    /// Whether the last run threw. It must not run again: after a failure SOCI 4.0 has not
    /// freed what it sent to PostgreSQL, and forgets it when it sends anew.
    bool has_failed() const { return failed_; }

private:
    struct Bound;
    std::size_t names_;
    Arguments in_;
    std::unique_ptr<Bound> bound_;
    bool failed_ = false;
};

} // namespace domain::storage
