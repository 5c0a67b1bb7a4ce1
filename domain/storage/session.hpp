#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "domain/storage/statement.hpp"
#include "domain/storage/tripwire.hpp"

namespace domain::storage {

/// One connection with its prepared statements. Used by one thread at a time.
class Session {
public:
    /// `url`: "sqlite:PATH", or a libpq URI ("postgresql://…").
    explicit Session(std::string url);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Dialect dialect() const { return dialect_; }

    /// From now on `tripwire` stands before every statement; null takes it away.
    void watch(Tripwire* tripwire) { tripwire_ = tripwire; }

    Statement& prepared(std::string_view sql, const Arguments& in, const Kinds& out);

    /// Runs two statements that read, in one round trip on PostgreSQL. They are not the same one.
    void run_both(Statement& first, const std::function<void()>& on_first, Statement& second,
                  const std::function<void()>& on_second);

    /// A statement without parameters and rows, not kept: BEGIN, COMMIT, DDL.
    void execute(const std::string& sql);

    /// Ends the transaction without keeping anything of it, where the database has not done so
    /// itself, as SQLite does when its disk is full: a connection that was sound stays open. It
    /// must: the last one to close takes the write-ahead log's index along, and on a full disk
    /// nobody could make it anew, not even to read.
    void roll_back();

    /// Closes the connection and forgets every prepared statement; the next use opens anew.
    void drop();

private:
    struct Connection;
    void open();

    std::string url_;
    Dialect dialect_;
    std::unique_ptr<Connection> connection_;
    Tripwire* tripwire_ = nullptr;
};

} // namespace domain::storage
