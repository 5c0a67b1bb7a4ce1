#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/words.hpp"
#include "domain/policy/retention.hpp"

namespace domain::policy {

/// Of whom a policy demands something.
enum class Who : std::uint8_t { client, client_company, provider, provider_company };

/// What somebody cannot do before having given it (RT-19).
enum class Step : std::uint8_t { sign_up, publication, quote_acceptance, becoming_payable };

inline constexpr Word<Who> who_words[] = {{Who::client, "client"},
                                          {Who::client_company, "client_company"},
                                          {Who::provider, "provider"},
                                          {Who::provider_company, "provider_company"}};
inline constexpr Word<Step> step_words[] = {{Step::sign_up, "sign_up"},
                                            {Step::publication, "publication"},
                                            {Step::quote_acceptance, "quote_acceptance"},
                                            {Step::becoming_payable, "becoming_payable"}};
inline constexpr Words everybody(who_words);
inline constexpr Words all_steps(step_words);

constexpr std::string_view name(Who who)
{
    return everybody.name(who);
}
constexpr std::string_view name(Step step)
{
    return all_steps.name(step);
}

/// Of whom the product asks fields at which step: what a policy may demand, and no more.
struct Asked {
    Who who;
    Step step;
    bool operator==(const Asked&) const = default;
};
inline constexpr std::array asked = {Asked{Who::client, Step::sign_up},
                                     Asked{Who::client_company, Step::sign_up},
                                     Asked{Who::provider, Step::sign_up},
                                     Asked{Who::provider_company, Step::sign_up},
                                     Asked{Who::provider, Step::publication},
                                     Asked{Who::client, Step::quote_acceptance},
                                     Asked{Who::client_company, Step::quote_acceptance},
                                     Asked{Who::provider, Step::becoming_payable},
                                     Asked{Who::provider_company, Step::becoming_payable}};

/// One field that a policy makes mandatory, as a JSON path of the API ("person.surname").
struct Demand {
    Who who;
    Step step;
    std::string path;
    auto operator<=>(const Demand&) const = default;
};

/// One policy file: what this installation asks of people, and what it keeps how long.
class Policy {
public:
    /// Refuses (std::runtime_error naming every fault) a file that is not a policy: what it
    /// demands of nobody we know, at no step we know, or where nothing is asked, too. Which paths
    /// there are is not known here: profiles::unknown_demands() and pages::unknown_demands() say.
    static Policy parse(std::string_view json);

    /// The same with its retention part, the law's floors (ops/policies/floors.json) merged under
    /// it: what everything that erases needs.
    static Policy parse(std::string_view json, std::string_view floors);

    const std::string& name() const { return name_; }
    int minimum_age() const { return minimum_age_; }

    /// The fields that are mandatory for `who` at `step`, one of `asked`.
    const std::set<std::string>& mandatory(Who who, Step step) const;

    /// All of them.
    std::vector<Demand> demands() const;

    /// What is kept how long.
    const Retention& retention() const { return retention_; }

    /// The whole file, for what other parts of the product read in it.
    const std::string& text() const { return text_; }

private:
    std::string name_, text_;
    int minimum_age_ = 18;
    std::map<std::pair<Who, Step>, std::set<std::string>> fields_; // their paths
    Retention retention_;
};

} // namespace domain::policy
