#include "payments/forgetting/forgetting.hpp"

#include "domain/core/check.hpp"
#include "domain/events/event_store.hpp"
#include "payments/operations/forgetting_store.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/payment_accounts/forgetting_store.hpp"

namespace payments::forgetting {

namespace {

using namespace domain;
using domain::forgetting::Hold;
using domain::forgetting::Leaving;
using policy::Record;

void erase(Transaction& tx, const Leaving& leaving)
{
    const auto& account = leaving.account;
    for (const auto& user : payment_accounts::users_to_close(tx, account))
        events::announce(tx, {events::Kind::payment_user_closing, user.text()});
    payment_accounts::erase_verifications(tx, account);
    if (leaving.is_archived) return;
    for (const auto& operation : operations::idle_of(tx, account))
        operations::erase(tx, operation);
    payment_accounts::erase(tx, account);
}

} // namespace

std::vector<Hold> holds(Transaction& tx, const AccountId& account)
{
    std::vector<Hold> found;
    if (operations::count_moving(tx, account) > 0) {
        found.push_back({domain::forgetting::Unsettled::money_in_flight,
                         {"Un mouvement d'argent n'est pas encore abouti.",
                          "A movement of money has not come to its end yet."}});
    }
    if (!operations::refused_claims_of(tx, account).empty()) {
        found.push_back({domain::forgetting::Unsettled::claim_refused,
                         {"Une somme qui vous est due est refusée définitivement par le réseau de "
                          "paiement. Écrivez-nous l'IBAN d'un compte à votre nom : elle vous sera "
                          "payée par virement, puis le compte se fermera.",
                          "A sum that is owed to you was refused for good by the payment network. "
                          "Write to us with the IBAN of an account in your name: it will be paid "
                          "by bank transfer, and then the account closes."}});
    }
    if (payment_accounts::money_in_wallets(tx, account) > 0) {
        found.push_back(
            {domain::forgetting::Unsettled::wallet_not_empty,
             {"Le porte-monnaie contient encore de l'argent.", "The wallet still holds money."}});
    }
    return found;
}

domain::forgetting::Eraser eraser()
{
    return {domain::forgetting::with_the_account("account"), erase};
}

domain::forgetting::Eraser archive_eraser()
{
    return {domain::forgetting::legal_identity, [](Transaction& tx, const Leaving& leaving) {
                payment_accounts::erase(tx, leaving.account);
            }};
}

std::optional<Day> last_fiscal_year_end(Transaction& tx, const AccountId& account,
                                        const Platform& platform)
{
    const auto last = operations::last_of(tx, account);
    if (!last) return {};
    return platform::fiscal_year_end(platform, day_in_paris(*last));
}

domain::forgetting::ObjectSweep operation_sweep(const Platform& platform)
{
    return {{.rule = "ledger",
             .starts = policy::Start::operation_fiscal_year_end,
             .action = policy::Action::unlink,
             .stage = policy::Stage::archive},
            [&platform](Transaction& tx, const domain::forgetting::Search& search) {
                std::vector<Record> records;
                for (const auto& operation :
                     operations::ended(tx, search.before, search.after, search.limit)) {
                    records.push_back(
                        {"ledger", operation.id.text(), "money operation",
                         platform::fiscal_year_end(platform, day_in_paris(operation.at))});
                }
                return records;
            },
            [](Transaction& tx, const Record& record) {
                return operations::erase(tx, stored(MoneyOperationId::parse(record.object)));
            }};
}

} // namespace payments::forgetting
