#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/policy/retention.hpp"

namespace domain::forgetting {

/// Who decides how long something is kept.
enum class Lasts : std::uint8_t {
    as_the_policy_says, // any period
    as_the_account,     // it goes when the account goes, by the account's own line
    until_asked,        // it goes with the request to close the account: P0D
};

/// What the product can do for a line of the policy. Whatever ends something declares one, so that
/// a line is obeyed by what declares it, or by nothing.
struct Duty {
    std::string_view rule; // the line's: "messages"
    policy::Start starts = policy::Start::event;
    policy::Action action = policy::Action::erase;
    policy::Stage stage = policy::Stage::active;
    Lasts lasts = Lasts::as_the_policy_says;
};

/// What goes with an account, for the line `rule`.
constexpr Duty with_the_account(std::string_view rule,
                                policy::Action action = policy::Action::erase)
{
    return {.rule = rule,
            .starts = policy::Start::closing,
            .action = action,
            .lasts = Lasts::as_the_account};
}

/// What ends with the legal identity that the archive keeps of whoever left.
inline constexpr Duty legal_identity = {.rule = "legal_identity",
                                        .starts = policy::Start::last_invoice_fiscal_year_end,
                                        .stage = policy::Stage::archive};

/// Whether `duty` is what the line says, and the line is about data there is.
bool is_told(const policy::Retention& retention, const Duty& duty);

/// The lines that no duty obeys, a sentence each that begins with the rule and says what the line
/// says and what we can do: "reviews: says erase, but we can only pseudonymise". A line that is
/// declared asks for nothing yet. Empty when the product does all that the policy says.
std::vector<std::string> beyond_us(const policy::Retention& retention,
                                   const std::vector<Duty>& duties);

} // namespace domain::forgetting
