#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/named.hpp"
#include "domain/policy/retention.hpp"

namespace domain::policy {

/// Of whom a policy demands something.
enum class Who : std::uint8_t { client, client_company, provider, provider_company };

/// What somebody cannot do before having given it (RT-19).
enum class Step : std::uint8_t { sign_up, publication, quote_acceptance, becoming_payable };

inline constexpr std::array everybody = {Who::client, Who::client_company, Who::provider,
                                         Who::provider_company};
inline constexpr std::array all_steps = {Step::sign_up, Step::publication, Step::quote_acceptance,
                                         Step::becoming_payable};

constexpr std::string_view name(Who who)
{
    switch (who) {
    case Who::client: return "client";
    case Who::client_company: return "client_company";
    case Who::provider: return "provider";
    case Who::provider_company: return "provider_company";
    }
    return "unknown";
}

constexpr std::string_view name(Step step)
{
    switch (step) {
    case Step::sign_up: return "sign_up";
    case Step::publication: return "publication";
    case Step::quote_acceptance: return "quote_acceptance";
    case Step::becoming_payable: return "becoming_payable";
    }
    return "unknown";
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
    /// demands of nobody we know, at no step we know, or where nothing is asked, too. Which paths there are is not known
    /// here: profiles::unknown_demands() and pages::unknown_demands() say.
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
