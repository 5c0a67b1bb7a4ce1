#pragma once

#include "domain/platform/texts.hpp"

namespace ops {

/// The texts for people that travel inside the binary (ops/texts).
domain::platform::Texts texts();

} // namespace ops
