#include "api/pipeline/request_id.hpp"

#include <atomic>
#include <cstdint>

#include "domain/core/crypto.hpp"

namespace api {

using namespace domain;

/// Counted from a random start, so that two processes do not meet.
std::string fresh_request_id()
{
    static std::atomic<std::uint64_t> next = [] {
        std::uint64_t start = 0;
        for (const char c : random_bytes(sizeof start))
            start = start << 8 | static_cast<unsigned char>(c);
        return start;
    }();
    auto number = next.fetch_add(1, std::memory_order_relaxed);
    std::string bytes(sizeof number, '\0');
    for (auto at = bytes.rbegin(); at != bytes.rend(); ++at, number >>= 8)
        *at = static_cast<char>(number & 0xFF);
    return to_hex(bytes);
}

} // namespace api
