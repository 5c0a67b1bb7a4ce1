#include "ops/mangopay-sandbox/world/rates.hpp"

#include <algorithm>
#include <string>

namespace mangopay_sandbox {

namespace {

struct Limit {
    std::int64_t seconds;
    std::int64_t calls;
};

constexpr std::array<Limit, 4> limits = {
    {{900, 2'300}, {1'800, 4'500}, {3'600, 8'800}, {86'400, 105'600}}};

} // namespace

bool Rates::count(domain::Instant now, std::int64_t scale)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    bool free = true;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const auto started = second - second % limits[i].seconds;
        if (windows_[i].started != started) windows_[i] = {started, 0};
        free = ++windows_[i].calls <= limits[i].calls * scale && free;
    }
    return free;
}

std::vector<api::http::Header> Rates::headers(std::int64_t scale) const
{
    std::vector<api::http::Header> lines;
    for (const auto& window : windows_) {
        lines.push_back({"x-ratelimit", std::to_string(window.calls)});
    }
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const auto left = limits[i].calls * scale - windows_[i].calls;
        lines.push_back({"x-ratelimit-remaining", std::to_string(std::max<std::int64_t>(left, 0))});
    }
    for (std::size_t i = 0; i < limits.size(); ++i) {
        lines.push_back(
            {"x-ratelimit-reset", std::to_string(windows_[i].started + limits[i].seconds)});
    }
    return lines;
}

} // namespace mangopay_sandbox
