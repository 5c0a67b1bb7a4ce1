#include <memory>

#include "ops/command_line/command_line.hpp"
#include "ops/commands/account.hpp"

namespace ops {

void add_people(CommandLine& line)
{
    auto* account = line.app.add_subcommand("account", "accounts of the operator's own people");
    account->require_subcommand(1);
    auto* create = account->add_subcommand(
        "create-staff", "make an account; prints the token to set its password with");
    const auto options = std::make_shared<commands::StaffOptions>();
    create->add_option("--kind", options->kind, "staff, accountant or privacy_officer")
        ->required()
        ->check(CLI::IsMember({"staff", "accountant", "privacy_officer"}));
    create
        ->add_option("--email", options->email, "the address, or - to read it from standard input")
        ->required();
    create->add_flag("--json", options->json, "for programs");
    line.on(create, [options](Installation& it) { return commands::create_staff(it, *options); });
}

} // namespace ops
