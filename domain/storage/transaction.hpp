#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/check.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/query.hpp"
#include "domain/storage/session.hpp"

namespace domain::vault {
class Vault;
}

namespace domain::storage {

/// One unit of work. Taking a Transaction& in a signature means "reads and writes here
/// belong together"; `now` is the single time for all of them, `vault` seals and opens.
///
/// Statements are prepared once per session. Every `:name` takes one argument, in the order in
/// which the names first appear; a name that stands there again takes none. Another number of
/// arguments is a bug, told with the SQL. What is `written` stands in the text itself.
class Transaction {
public:
    Transaction(Session& session, Instant at, vault::Vault& keys)
        : now(at), vault(keys), session_(session)
    {
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// The single row there must be; none or several is a bug of ours.
    template <typename Row, typename... Args>
    Row one(std::string_view sql, const Args&... args)
    {
        auto found = maybe<Row>(sql, args...);
        check(found.has_value(), "the query finds its row");
        return std::move(*found);
    }

    /// The row, if there is one; several are a bug.
    template <typename Row, typename... Args>
    std::optional<Row> maybe(std::string_view sql, const Args&... args)
    {
        auto rows = all<Row>(sql, args...);
        check(rows.size() <= 1, "the query finds at most one row");
        if (rows.empty()) return {};
        return std::move(rows.front());
    }

    /// Every row. Bound the number with LIMIT wherever people can make many.
    template <typename Row, typename... Args>
    std::vector<Row> all(std::string_view sql, const Args&... args)
    {
        static const Kinds out = columns_of<Row>();
        auto& statement = bound(sql, out, args...);
        std::vector<Row> rows;
        ask(statement, [&] { rows.push_back(read<Row>(statement)); });
        return rows;
    }

    template <typename Row, typename... Args>
    std::vector<Row> all(const Query<Row, Args...>& query)
    {
        return std::apply([&](const Args&... args) { return all<Row>(query.sql, args...); },
                          query.args);
    }

    /// Every row of two queries, asked in one round trip where the database is a server: for what
    /// many people read. Neither may be the other's SQL.
    template <typename First, typename... A, typename Second, typename... B>
    std::pair<std::vector<First>, std::vector<Second>> both(const Query<First, A...>& first,
                                                            const Query<Second, B...>& second)
    {
        settle();
        auto& one = bound(first);
        auto& other = bound(second);
        std::pair<std::vector<First>, std::vector<Second>> rows;
        session_.run_both(
            one, [&] { rows.first.push_back(read<First>(one)); }, //
            other, [&] { rows.second.push_back(read<Second>(other)); });
        return rows;
    }

    /// Asks `question` in the same trip as the next one of this unit of work. `judge` gets its rows
    /// first: when it throws, nobody sees what the next one found. Asked alone if there is none.
    template <typename Row, typename... Args, typename Judge>
    void ahead(const Query<Row, Args...>& question, Judge judge)
    {
        auto& statement = bound(question);
        auto rows = std::make_shared<std::vector<Row>>();
        ahead_ = {&statement, [&statement, rows] { rows->push_back(read<Row>(statement)); },
                  [rows, judge] { judge(*rows); }};
    }

    /// Asks and judges now what was to be asked ahead, if it has not been.
    void settle();

    /// Executes an INSERT, UPDATE or DELETE; returns the number of rows it touched.
    template <typename... Args>
    long long run(std::string_view sql, const Args&... args)
    {
        static const Kinds out;
        settle();
        return bound(sql, out, args...).run([] {});
    }

    Dialect dialect() const { return session_.dialect(); }

    const Instant now;
    vault::Vault& vault;

private:
    template <typename... Args>
    Statement& bound(std::string_view sql, const Kinds& out, const Args&... args)
    {
        static const Arguments in{argument_of<std::decay_t<Args>>()...};
        auto& statement = session_.prepared(sql, in, out);
        if (ahead_.statement == &statement) settle(); // its buffers are needed anew
        [[maybe_unused]] std::size_t index = 0;
        [[maybe_unused]] const auto put_next = [&]<typename Arg>(const Arg& arg) {
            if constexpr (!is_written<Arg>) put(statement.parameter(index++), arg);
        };
        (put_next(args), ...);
        return statement;
    }

    template <typename Row, typename... Args>
    Statement& bound(const Query<Row, Args...>& query)
    {
        static const Kinds out = columns_of<Row>();
        return std::apply(
            [&](const Args&... args) -> Statement& { return bound(query.sql, out, args...); },
            query.args);
    }

    template <typename Row>
    static Row read(const Statement& statement)
    {
        if constexpr (Parsed<Row>) {
            return stored(Row::parse(statement.column(0).text));
        } else {
            Row row{};
            std::size_t index = 0;
            if constexpr (HasFields<Row>) {
                std::apply([&](auto&... field) { (take(statement.column(index++), field), ...); },
                           row.fields());
            } else {
                take(statement.column(index), row);
            }
            return row;
        }
    }

    struct Ahead {
        Statement* statement = nullptr; // nothing: there is none
        std::function<void()> on_row, judge;
    };

    void ask(Statement& statement, const std::function<void()>& on_row);

    Session& session_;
    Ahead ahead_;
};

} // namespace domain::storage

namespace domain {
using storage::Transaction;
}
