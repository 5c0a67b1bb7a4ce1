#pragma once

#include "ops/installation/installation.hpp"

namespace ops::commands {

/// `entremise signing-key list`: the public keys, a line each, or a JSON document.
int list_signing_keys(Installation& installation, bool as_json);

/// `entremise signing-key rotate`: makes the next key and prints it.
int rotate_signing_key(Installation& installation, bool as_json);

} // namespace ops::commands
