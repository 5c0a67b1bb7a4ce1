#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Brings back the PDFs that were lost, whether anybody asks for them or not: the later one is
/// rendered again, the less likely it is to be the same bytes. What cannot be rendered is
/// named as damaged. Returns how many came back.
std::int64_t restore_documents(Context& context);

} // namespace jobs
