#include <memory>

#include "ops/command_line/command_line.hpp"
#include "ops/commands/ledger.hpp"
#include "ops/commands/proposals.hpp"

namespace ops {

void add_money(CommandLine& line)
{
    auto* ledger = line.app.add_subcommand("ledger", "the double-entry record of all money");
    ledger->require_subcommand(1);
    const auto as_json = std::make_shared<bool>(false);

    auto* check = ledger->add_subcommand("check", "recount everything, name the first difference");
    check->add_flag("--json", *as_json, "for programs");
    line.on(check, [as_json](Installation& it) { return commands::ledger_check(it, *as_json); });

    auto* statement = ledger->add_subcommand("statement", "what one account gave and was given");
    const auto account = std::make_shared<std::string>();
    statement->add_option("--account", *account, "such as world, FEES_EUR:fees, WALLET:free")
        ->required();
    statement->add_flag("--json", *as_json, "for programs");
    line.on(statement,
            [=](Installation& it) { return commands::ledger_statement(it, *account, *as_json); });

    auto* money = line.app.add_subcommand("money", "money that moves or waits");
    money->require_subcommand(1);
    auto* waiting =
        money->add_subcommand("waiting", "movements, releases and documents that wait for people");
    waiting->add_flag("--json", *as_json, "for programs");
    line.on(waiting, [as_json](Installation& it) { return commands::money_waiting(it, *as_json); });

    auto* reconcile =
        line.app.add_subcommand("reconcile", "compare every wallet with Mangopay, to the cent");
    reconcile->add_flag("--json", *as_json, "for programs");
    line.on(reconcile, [as_json](Installation& it) { return commands::reconcile(it, *as_json); });
}

} // namespace ops
