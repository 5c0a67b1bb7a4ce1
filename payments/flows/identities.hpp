#pragma once

#include "payments/flows/context.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::flows::identities {

/// Tells Mangopay who the owner of `user` is now, and reads what its level became. Throws NoAnswer
/// when Mangopay's answer is not known: telling it again does no harm.
void send(const Context& context, const UserId& user);

} // namespace payments::flows::identities
