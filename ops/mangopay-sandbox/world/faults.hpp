#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangopay_sandbox {

enum class FaultKind : std::uint8_t {
    drop,               // executes, then hangs up
    delay,              // executes, then waits
    server_error,       // 500 with HTML, nothing executed
    server_error_after, // 500 with HTML, although executed
    server_error_kept,  // 500 with HTML, nothing executed, and the key gives that answer for good
    missing,            // 404, though the object is there: reads that lag behind
    forbidden,          // 403 before anything is looked at: the caller's address is not listed
    lie,                // executes, then names an amount that is one cent off
    rate_limited,       // 429
    unauthorized,       // 401 on a valid token
    payout_failure,     // the next payout fails at its end
    hook_duplicate,
    hook_suppress,
    hook_reorder, // the next `count` notifications leave in reverse
};
inline constexpr std::size_t fault_kind_count = 14;

std::string_view name(FaultKind kind);
std::optional<FaultKind> parse_fault_kind(std::string_view text);

/// Something that was asked to go wrong. Kept in memory only.
struct Fault {
    FaultKind kind = FaultKind::drop;
    int count = 1;     // how often it still happens
    std::string match; // only where this is part of "POST /payins/card/web", or of the EventType
    std::chrono::milliseconds delay{0};
    std::string result_code;
    std::vector<std::string> held; // notifications waiting for hook_reorder
};

class Faults {
public:
    void add(Fault fault);
    /// Forgets every plan; returns the notifications that hook_reorder was still holding.
    std::vector<std::string> clear();
    const std::vector<Fault>& planned() const { return planned_; }

    /// Uses up one occurrence of `kind` that fits `subject`.
    std::optional<Fault> take(FaultKind kind, std::string_view subject);

    /// Holds a notification back when hook_reorder is planned. Returns true while it waits;
    /// when the last one arrives, `released` names all of them, the last first.
    bool hold(std::string_view event_type, const std::string& delivery,
              std::vector<std::string>& released);

private:
    std::vector<Fault> planned_;
};

} // namespace mangopay_sandbox
