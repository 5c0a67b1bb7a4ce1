#include "domain/storage/transaction.hpp"

namespace domain::storage {

void Transaction::ask(Statement& statement, const std::function<void()>& on_row)
{
    if (ahead_.statement == nullptr) {
        statement.run(on_row);
        return;
    }
    const auto first = std::exchange(ahead_, {});
    session_.run_both(*first.statement, first.on_row, statement, on_row);
    first.judge();
}

void Transaction::settle()
{
    if (ahead_.statement == nullptr) return;
    const auto first = std::exchange(ahead_, {});
    first.statement->run(first.on_row);
    first.judge();
}

} // namespace domain::storage
