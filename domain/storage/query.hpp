#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace domain::storage {

/// A question not asked yet: its SQL, what it binds, and the Row each row of its answer becomes.
/// A store returns one where its answer is wanted together with another (Transaction::both).
/// `sql` outlives the query: it is written in the source.
template <typename Row, typename... Args>
struct Query {
    std::string_view sql;
    std::tuple<Args...> args;
};

template <typename Row, typename... Args>
Query<Row, Args...> query(std::string_view sql, Args... args)
{
    return {sql, {std::move(args)...}};
}

} // namespace domain::storage
