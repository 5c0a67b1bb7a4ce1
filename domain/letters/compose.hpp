#pragma once

#include <optional>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/message.hpp"
#include "domain/platform/platform.hpp"
#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::letters {

/// A mail that was announced: what names it, what it was announced with (see notify()), and what
/// only the caller knows to say in it.
struct Due {
    std::string_view id, detail;
    Say notice{};
};

/// Writes the mail that is due, as things stand now: for whom it is, whether they still want that
/// kind, in their language, with a fresh single-use token where the link carries one. Nothing when
/// there is nobody to write to any more. `stake_of` knows what proposals are about; `from` is left
/// to whoever sends it.
std::optional<mail::Message> compose(Transaction& tx, const Platform& platform,
                                     const proposals::StakeOf& stake_of, const Due& due);

/// The proposal about which the company is told by the mail that was announced with `detail`, if
/// that is one: once it has left, proposals::note_told() is due.
std::optional<ProposalId> told_of(std::string_view detail);

} // namespace domain::letters
