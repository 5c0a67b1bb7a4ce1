#pragma once

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "domain/policy/retention.hpp"

namespace domain::policy {

/// One policy file: what this installation asks of people, and what it keeps how long.
class Policy {
public:
    /// Refuses (std::runtime_error naming every fault) a file that is not a policy.
    static Policy parse(std::string_view json);

    /// The same with its retention part, the law's floors (ops/policies/floors.json) merged under
    /// it: what everything that erases needs.
    static Policy parse(std::string_view json, std::string_view floors);

    const std::string& name() const { return name_; }
    int minimum_age() const { return minimum_age_; }

    /// The fields that are mandatory for `who` ("client", "client_company", "provider",
    /// "provider_company") at `step` ("sign_up", "quote_acceptance", "becoming_payable"…), as
    /// JSON paths of the API ("person.surname").
    const std::set<std::string>& mandatory(std::string_view who, std::string_view step) const;

    /// What is kept how long.
    const Retention& retention() const { return retention_; }

    /// The whole file, for what other parts of the product read in it.
    const std::string& text() const { return text_; }

private:
    std::string name_, text_;
    int minimum_age_ = 18;
    std::map<std::string, std::set<std::string>> fields_; // "who step" -> paths
    Retention retention_;
};

} // namespace domain::policy
