#include "ops/commands/ledger.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

#include "ops/installation/neighbours.hpp"
#include "payments/ledger/statement.hpp"
#include "payments/reconciliation/audit.hpp"
#include "payments/reconciliation/wallets.hpp"

namespace ops::commands {

using domain::Transaction;
using nlohmann::json;

namespace {

std::string cents(std::int64_t minor)
{
    return domain::decimal(domain::eur(minor));
}

std::string_view verdict(const payments::reconciliation::Comparison& wallet)
{
    if (wallet.gated) return "gated"; // strong authentication of its owner
    if (wallet.moving) return "moving";
    return wallet.differs() ? "differs" : "equal";
}

} // namespace

int ledger_check(Installation& installation, bool as_json)
{
    const auto audit =
        installation.db.read([](Transaction& tx) { return payments::reconciliation::audit(tx); });
    const bool sound = audit.first_difference.empty();
    if (as_json) {
        std::cout << json{{"sound", sound},
                          {"transactions", audit.transactions},
                          {"postings", audit.postings},
                          {"accounts", audit.accounts},
                          {"inside_minor", -audit.outside_minor},
                          {"first_difference", audit.first_difference}}
                         .dump(2)
                  << '\n';
    } else {
        std::cout << audit.transactions << " transactions, " << audit.postings << " postings, "
                  << audit.accounts << " accounts; " << cents(-audit.outside_minor)
                  << " EUR inside\n"
                  << (sound ? "the ledger is sound" : audit.first_difference) << '\n';
    }
    return sound ? 0 : 1;
}

int ledger_statement(Installation& installation, const std::string& account, bool as_json)
{
    const auto lines = installation.db.read(
        [&](Transaction& tx) { return payments::ledger::statement(tx, account); });
    if (lines.empty()) {
        std::cerr << "no account " << account << " has given or been given anything\n";
        return 1;
    }
    if (as_json) {
        auto list = json::array();
        for (const auto& line : lines) {
            list.push_back({{"at", domain::to_text(line.at)},
                            {"kind", line.kind},
                            {"cause", line.cause},
                            {"state", line.state},
                            {"amount_minor", line.amount},
                            {"balance_minor", line.balance}});
        }
        std::cout << list.dump(2) << '\n';
    } else {
        for (const auto& line : lines) {
            std::cout << domain::to_text(line.at) << "  " << line.cause << "  " << line.state
                      << "  " << cents(line.amount) << "  " << cents(line.balance) << '\n';
        }
    }
    return 0;
}

int reconcile(Installation& installation, bool as_json)
{
    const Neighbours neighbours(installation);
    const auto wallets =
        payments::reconciliation::compare_wallets({installation.db, *neighbours.gateway});
    bool equal = true;
    auto list = json::array();
    for (const auto& wallet : wallets) {
        equal = equal && !wallet.differs();
        list.push_back({{"wallet", wallet.wallet_id.text()},
                        {"ours_minor", wallet.ours_minor},
                        {"theirs_minor", wallet.theirs_minor},
                        {"verdict", verdict(wallet)}});
    }
    if (as_json) {
        std::cout << json{{"equal", equal}, {"wallets", list}}.dump(2) << '\n';
        return equal ? 0 : 1;
    }
    for (const auto& wallet : wallets) {
        std::cout << wallet.wallet_id.text() << "  " << verdict(wallet) << "  ours "
                  << cents(wallet.ours_minor);
        if (!wallet.gated && !wallet.moving) std::cout << "  theirs " << cents(wallet.theirs_minor);
        std::cout << '\n';
    }
    return equal ? 0 : 1;
}

} // namespace ops::commands
