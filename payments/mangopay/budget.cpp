#include "payments/mangopay/budget.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace payments::mangopay {

namespace {

constexpr auto none = std::numeric_limits<std::int64_t>::max();

std::int64_t least_of(std::string_view list)
{
    auto least = none;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        auto item = list.substr(0, comma);
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        std::int64_t value = 0;
        const auto read = std::from_chars(item.data(), item.data() + item.size(), value);
        if (read.ec == std::errc()) least = std::min(least, value);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return least;
}

} // namespace

void Budget::note(const HttpHeaders& headers)
{
    auto least = none;
    for (const auto& [name, value] : headers) {
        if (name == "x-ratelimit-remaining") least = std::min(least, least_of(value));
    }
    if (least == none) return;
    const std::lock_guard lock(mutex_);
    remaining_ = least;
}

std::int64_t Budget::remaining() const
{
    const std::lock_guard lock(mutex_);
    return remaining_;
}

} // namespace payments::mangopay
