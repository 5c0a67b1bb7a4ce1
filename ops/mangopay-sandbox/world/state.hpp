#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/core/instant.hpp"

namespace mangopay_sandbox {

/// What the stand-in remembers, one kind of document each.
enum class Kind : std::uint8_t {
    user,
    wallet,
    transaction, // pay-ins, transfers, payouts and refunds
    recipient,
    verification,
    session, // of strong customer authentication
    hook,
    event,
    delivery, // a notification that a hook still owes
    alarm,    // something that will happen by itself
    response, // what an Idempotency-Key was answered with
    token,
    books, // what came in from and went out to the world
};
inline constexpr std::size_t kind_count = 13;

std::string_view name(Kind kind);

/// All documents of one client, in memory, with the changes of the unit in progress. A document
/// is the object as the API shows it; members whose names start with '_' are not shown. One with
/// an integer "_Due" (microseconds) is found by due().
class State {
public:
    State();
    ~State();
    State(State&&) noexcept;
    State& operator=(State&&) noexcept;

    const nlohmann::json* maybe_find(Kind kind, std::string_view id) const;
    void put(Kind kind, const std::string& id, nlohmann::json document);
    void erase(Kind kind, const std::string& id);

    /// In order of creation. `visit` must not change the state.
    using Visitor = std::function<void(const std::string& id, const nlohmann::json& document)>;
    void each(Kind kind, const Visitor& visit) const;
    std::size_t count(Kind kind) const;

    /// The earliest document of `kind` that falls due at `until` or before.
    std::optional<std::string> due(Kind kind, domain::Instant until) const;

    /// Ends the unit: its changes as one line for the journal, "" when there are none.
    std::string commit();

    /// Forgets the unit's changes.
    void roll_back();

    /// Repeats a line that commit() or snapshot() made.
    void apply(const std::string& line);

    /// Hands out lines which, applied to an empty state, make this one.
    void snapshot(const std::function<void(const std::string& line)>& take) const;

    /// Number of the last unit committed or applied.
    std::uint64_t sequence() const;

private:
    struct Documents;
    std::unique_ptr<Documents> documents_;
};

} // namespace mangopay_sandbox
