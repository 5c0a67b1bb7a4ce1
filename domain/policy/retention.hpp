#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/policy/period.hpp"

namespace domain::policy {

/// What starts a rule's clock.
enum class Start : std::uint8_t {
    event,                        // the datum itself came about
    sign_up,                      // the account was made and its e-mail never verified
    last_activity,                // the person was last seen
    warning,                      // the person was told that the account will be closed
    closing,                      // the person closed the account
    performance,                  // the order was carried out, or ended otherwise
    issue_fiscal_year_end,        // of the document
    operation_fiscal_year_end,    // of the movement of money
    last_invoice_fiscal_year_end, // of the last invoice that names the subject; none: closing
};

/// What happens when the period has passed.
enum class Action : std::uint8_t {
    erase,        // rows, files and keys go
    pseudonymise, // stays under a pseudonym, its author's traits taken out
    erase_bytes,  // the document goes; number, hashes and chain stay
    unlink,       // stays as figures: what led to a person is gone
    warn,         // the person is told what will follow
    close,        // as if the person had closed the account
};

/// Where it waits until then: in daily use, or in the archive that only those read whom the law
/// names.
enum class Stage : std::uint8_t { active, archive };

std::string_view name(Start start);
std::string_view name(Action action);
std::string_view name(Stage stage);

/// One line of a policy file: what is kept from when, how long, where, and then.
struct Rule {
    std::string id;
    Start starts = Start::closing;
    Period period{};
    Stage stage = Stage::active;
    Action action = Action::erase;
    Say source{};          // the sentence of the policy, or the default taken where it is silent
    Say floor{};           // the law that asks for as much, or that lengthened it; "" without
    bool declared = false; // the product holds no such data yet
};

/// The retention part of a policy with the law's floors merged under it.
class Retention {
public:
    Retention() = default;

    /// Throws std::runtime_error naming every fault: an unreadable line, an unknown word, two
    /// lines for one rule, a rule that starts otherwise than its floor.
    static Retention parse(std::string_view policy_json, std::string_view floors_json);

    /// The rule `id`; it is a bug to ask for one that no line gives (the register is compared
    /// with the policy at the start).
    const Rule& rule(std::string_view id) const;
    bool has(std::string_view id) const { return find(id) != nullptr; }

    const std::vector<Rule>& rules() const { return rules_; }

private:
    const Rule* find(std::string_view id) const;

    std::vector<Rule> rules_; // by id
};

} // namespace domain::policy
