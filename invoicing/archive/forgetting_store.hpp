#pragma once

#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/sweep.hpp"

namespace invoicing::archive {

/// Who read what in the archive, when its years are over.
domain::forgetting::RowSweep aged_reads();

/// The archive keys somebody minted go with the account.
domain::forgetting::Eraser eraser();

} // namespace invoicing::archive
