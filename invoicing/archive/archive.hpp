#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/archive/archive_key.hpp"

namespace invoicing::archive {

/// Days of issue, both included.
struct Period {
    domain::Day from{};
    domain::Day to{};
};

/// The bounds of what is not bounded.
inline constexpr Period always{
    domain::Day{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}},
    domain::Day{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}}};

/// What a reader of the archive may see. Outside of it nothing exists.
struct Scope {
    std::string reader;          // key or account id, for the journal
    std::optional<Issuer> party; // whose documents, on either side; nothing: everybody's
    Period period;
};

/// Which side of a document the reader's party is on. Whoever reads everybody's reads what its
/// issuers issued.
enum class Direction : std::uint8_t { issued, received };
std::string_view name(Direction direction);

/// What a key allows; an accountant's account may see everything.
Scope scope_of(const ArchiveKey& key);
Scope scope_of_accountant(const domain::AccountId& accountant);

/// The scope cut down to `period`.
Scope within(Scope scope, const Period& period);

/// The scope's days as the journal has them: "2026-11-01/2026-11-30".
std::string period_text(const Scope& scope);

/// A place in the archive's order: by series, in the order of their chains. Opaque to readers.
struct Cursor {
    std::string series;
    std::int64_t position = 0;
};
std::string text_of(const Cursor& cursor);
/// Reads what text_of() wrote; "" is the beginning. Refuses anything else (invalid_fields).
Cursor parse_cursor(std::string_view text);

} // namespace invoicing::archive
