#pragma once

#include "domain/core/id.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"

namespace jobs {

/// Announces that `account` is closed, and writes and keeps what has not left of the mails about
/// its closing, so that none waits for an address that is gone: with what is kept of it why and
/// until when, and a link to its own documents when it has some. Nothing without an address.
void write_last_letters(domain::Transaction& tx, const domain::Marketplace& marketplace,
                        const domain::AccountId& account);

} // namespace jobs
