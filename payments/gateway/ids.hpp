#pragma once

#include "domain/core/foreign_id.hpp"

/// Mangopay's own ids.
namespace payments {

using UserId = domain::ForeignId<struct UserTag>;
using WalletId = domain::ForeignId<struct WalletTag>; // also "FEES_EUR", a wallet of the platform
using VerificationId = domain::ForeignId<struct VerificationTag>;
using RecipientId = domain::ForeignId<struct RecipientTag>;
using PayInId = domain::ForeignId<struct PayInTag>;
using HookId = domain::ForeignId<struct HookTag>;

/// The id of something whose kind stands beside it.
using ResourceId = domain::ForeignId<struct ResourceTag>;

} // namespace payments
