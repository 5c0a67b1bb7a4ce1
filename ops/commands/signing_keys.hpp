#pragma once

#include "ops/installation/installation.hpp"

namespace ops::commands {

/// `entremise signing-key list`: the public keys, a line each, or a JSON document.
int list_signing_keys(Installation& installation, bool as_json);

/// `entremise signing-key rotate`: makes the next key and prints it. Warns where the one before
/// it could not sign it.
int rotate_signing_key(Installation& installation, bool as_json);

/// Throws std::runtime_error, with what to do about it, where the key in use does not open.
void require_signing_key(Installation& installation);

} // namespace ops::commands
