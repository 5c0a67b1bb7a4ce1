#include "ops/commands/proposals.hpp"

#include <memory>

#include "ops/command_line/command_line.hpp"

namespace ops {

namespace {

using domain::proposals::Proof;
using domain::proposals::Wish;

std::string length_of_reason(const std::string& reason)
{
    constexpr std::size_t least = 10, most = 2000;
    return reason.size() < least || reason.size() > most ? "10 to 2000 characters" : "";
}

std::string length_of_proof(const std::string& proof)
{
    return proof.size() > domain::proposals::proof_max ? "100 characters at most" : "";
}

/// Takes an option into the evidence, under the name of its proof.
void add_proof(CLI::App* command, const std::shared_ptr<Wish>& wish, Proof proof,
               const char* option, const char* meaning)
{
    command
        ->add_option_function<std::string>(
            option,
            [wish, proof](const std::string& given) { wish->evidence.emplace(name(proof), given); },
            meaning)
        ->check(length_of_proof);
}

void add_make(CommandLine& line, CLI::App* proposals)
{
    auto* make = proposals->add_subcommand(
        "make", "propose; asks for address, password and code, a line each");
    const auto wish = std::make_shared<Wish>();
    const auto as_json = std::make_shared<bool>(false);
    const auto kinds = domain::proposals::kinds.names();
    make->add_option_function<std::string>(
            "--kind",
            [wish](const std::string& kind) { wish->kind = *domain::proposals::kinds.parse(kind); },
            "what is proposed")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(kinds.begin(), kinds.end())));
    make->add_option("--subject", wish->subject,
                     "the movement of money, or the prefix of the series (money waiting)")
        ->required();
    make->add_option("--reason", wish->reason, "why; of no person")
        ->required()
        ->check(length_of_reason);
    add_proof(make, wish, Proof::mangopay_id, "--mangopay-id", "the object that people found");
    add_proof(make, wish, Proof::bank_reference, "--bank-reference", "of the bank transfer");
    add_proof(make, wish, Proof::paid_on, "--paid-on", "the day of that transfer");
    make->add_flag("--json", *as_json, "for programs");
    line.on(make, [=](Installation& it) { return commands::make_proposal(it, *wish, *as_json); });
}

void add_decide(CommandLine& line, CLI::App* proposals)
{
    auto* decide = proposals->add_subcommand(
        "decide", "accept, refuse or withdraw; asks for address, password and code, a line each");
    const auto options = std::make_shared<commands::DecisionOptions>();
    decide->add_option("--id", options->id, "the proposal")->required();
    decide->add_option("--decision", options->decision, "accept, refuse or withdraw")
        ->required()
        ->check(CLI::IsMember({"accept", "refuse", "withdraw"}));
    decide->add_option("--reason", options->reason, "why; of no person")
        ->required()
        ->check(length_of_reason);
    decide->add_flag("--json", options->json, "for programs");
    line.on(decide,
            [options](Installation& it) { return commands::decide_proposal(it, *options); });
}

} // namespace

void add_proposals(CommandLine& line)
{
    auto* proposals = line.app.add_subcommand("proposals", "what takes two people of the staff");
    proposals->require_subcommand(1);
    auto* list = proposals->add_subcommand("list", "the open ones, in full");
    const auto closed = std::make_shared<bool>(false);
    const auto as_json = std::make_shared<bool>(false);
    list->add_flag("--closed", *closed, "the others");
    list->add_flag("--json", *as_json, "for programs");
    line.on(list,
            [=](Installation& it) { return commands::list_proposals(it, *closed, *as_json); });
    add_make(line, proposals);
    add_decide(line, proposals);
}

} // namespace ops
