#include "domain/access/budgets.hpp"

#include <array>

#include "domain/access/attempts.hpp"

namespace domain::access {

using namespace std::chrono_literals;

void spend_request(Transaction& tx, const AccountId& account, const Budgets& budgets)
{
    const std::array limits = {Limit{24h, budgets.requests_a_day}};
    demand_patience(count_attempt(tx, "requests " + account.text(), limits));
}

void spend_message(Transaction& tx, const AccountId& account, const Budgets& budgets)
{
    const std::array limits = {Limit{1h, budgets.messages_an_hour}};
    demand_patience(count_attempt(tx, "messages " + account.text(), limits));
}

void spend_identity(Transaction& tx, const AccountId& account)
{
    constexpr std::array limits = {Limit{24h, 10}};
    demand_patience(count_attempt(tx, "identities " + account.text(), limits));
}

} // namespace domain::access
