#pragma once

#include <string>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "domain/policy/policy.hpp"

namespace api::site::about {

/// A part of a period: "10 years".
struct PeriodPart {
    std::string unit{}; // "years"
    std::int64_t count = 0;
    void shown(frame::Dictionary& into) const;
};

/// What one rule of the policy keeps, in words.
struct KeptLine {
    std::string rule{}, start{}, action{};
    std::vector<PeriodPart> period{};
    domain::Say law{};
    void shown(frame::Dictionary& into) const;
};

/// The rules that data are kept under; what the product holds no data for is left out.
std::vector<KeptLine> kept_lines(const domain::policy::Retention& retention);

} // namespace api::site::about
