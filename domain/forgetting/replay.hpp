#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/forgetting/erasure_journal.hpp"
#include "domain/storage/database.hpp"

namespace domain::forgetting {

/// How one kind of what was erased is known again when older data are put back, and erased again.
/// Each room brings its own; jobs puts them together.
struct Replayer {
    std::string_view what; // in words: "account"
    bool (*is_about)(std::string_view subject);
    /// Whether something is there that was not when `erasure` was written.
    std::function<bool(Transaction&, const Erasure&)> is_back;
    /// Erases it as it was erased then.
    std::function<void(Transaction&, const Erasure&)> erase;
};

/// Who or what was erased and is back: how many of each kind, and one of them.
struct Returned {
    std::map<std::string, std::int64_t, std::less<>> counts{};
    std::string one{};
    std::int64_t looked_up_to = 0; // the journal's last line then

    bool is_nobody() const { return counts.empty(); }
};

/// Looks for what the journal has written since the data were last known to agree with it. Reads
/// only.
Returned returned(Database& db, vault::Vault& vault, const std::vector<Replayer>& replayers);

/// Throws std::runtime_error saying who is back and what to do, or answers the line up to which
/// nobody is.
std::int64_t require_nobody_back(Database& db, vault::Vault& vault,
                                 const std::vector<Replayer>& replayers);

/// Erases again, in the journal's order, whatever of the whole journal is back, each in a unit of
/// work of its own, its keys after it. Killed anywhere and run again, it erases the rest. Answers
/// what it did.
Returned replay(Database& db, vault::Vault& vault, const std::vector<Replayer>& replayers);

} // namespace domain::forgetting
