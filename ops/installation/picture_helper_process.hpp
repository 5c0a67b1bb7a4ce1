#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ops {

/// How a process ended, and what it wrote if it ended by itself.
struct ProcessEnd {
    std::optional<int> exit_status;
    std::optional<int> signal; // that ended it
    std::string output;
};

/// Runs `program`, with one argument unless that is "", until it ends or the patience does, which
/// ends it. It inherits nothing but its input. Throws std::system_error when it cannot be started.
ProcessEnd run_to_its_end(const std::string& program, const std::string& argument,
                          std::string_view input, std::chrono::milliseconds patience);

} // namespace ops
