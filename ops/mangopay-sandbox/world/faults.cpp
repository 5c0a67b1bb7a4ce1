#include "ops/mangopay-sandbox/world/faults.hpp"

#include <algorithm>
#include <array>

namespace mangopay_sandbox {

namespace {

constexpr std::array<std::string_view, fault_kind_count> names = {
    "drop",           "delay",          "server_error",  "server_error_after", "server_error_kept",
    "missing",        "forbidden",      "lie",           "rate_limited",       "unauthorized",
    "payout_failure", "hook_duplicate", "hook_suppress", "hook_reorder"};

} // namespace

std::string_view name(FaultKind kind)
{
    return names[static_cast<std::size_t>(kind)];
}

std::optional<FaultKind> parse_fault_kind(std::string_view text)
{
    const auto at = std::ranges::find(names, text);
    if (at == names.end()) return {};
    return static_cast<FaultKind>(at - names.begin());
}

void Faults::add(Fault fault)
{
    planned_.push_back(std::move(fault));
}

std::vector<std::string> Faults::clear()
{
    std::vector<std::string> held;
    for (auto& fault : planned_)
        held.insert(held.end(), fault.held.begin(), fault.held.end());
    planned_.clear();
    return held;
}

std::optional<Fault> Faults::take(FaultKind kind, std::string_view subject)
{
    const auto at = std::ranges::find_if(planned_, [&](const Fault& fault) {
        return fault.kind == kind && subject.find(fault.match) != subject.npos;
    });
    if (at == planned_.end()) return {};
    auto taken = *at;
    if (--at->count <= 0) planned_.erase(at);
    return taken;
}

bool Faults::hold(std::string_view event_type, const std::string& delivery,
                  std::vector<std::string>& released)
{
    const auto at = std::ranges::find_if(planned_, [&](const Fault& fault) {
        return fault.kind == FaultKind::hook_reorder &&
               event_type.find(fault.match) != event_type.npos;
    });
    if (at == planned_.end()) return false;
    at->held.push_back(delivery);
    if (--at->count > 0) return true;
    released.assign(at->held.rbegin(), at->held.rend());
    planned_.erase(at);
    return true;
}

} // namespace mangopay_sandbox
