#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "jobs/context.hpp"

namespace ops::commands {

/// Whether people or programs read what a command prints.
enum class Output { text, json };

/// `entremise retention plan [--as-of DAY] [--json]`: what would end at the start of that day (a
/// moment, RFC 3339, is fine too; without: now). Returns the exit code.
int retention_plan(jobs::Context& context, const std::optional<std::string>& as_of, Output output,
                   std::ostream& out);

/// `entremise retention run [--as-of DAY] [--json]`: ends exactly that.
int retention_run(jobs::Context& context, const std::optional<std::string>& as_of, Output output,
                  std::ostream& out);

/// `entremise retention replay [--json]`: erases again whatever the key journal calls erased and
/// the data, put back from before, hold.
int retention_replay(jobs::Context& context, Output output, std::ostream& out);

/// `entremise privacy register check [--json]`: compares register, policy and both live schemas,
/// both ways. 0 only when they agree.
int register_check(jobs::Context& context, Output output, std::ostream& out);

} // namespace ops::commands
