#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "domain/pages/picture.hpp"

namespace ops {

/// Makes pictures anew, each in a process of its own (ops/picture-helper) that inherits nothing
/// but the upload. A domain::pages::Reencode.
class PictureHelper {
public:
    /// Throws std::runtime_error when `program` cannot be run.
    explicit PictureHelper(const std::string& program,
                           std::chrono::milliseconds patience = std::chrono::seconds{8});

    /// Refuses what the process makes no picture of, dies of, or does not finish in time.
    domain::pages::Picture operator()(std::string_view upload) const;

private:
    std::string program_;
    std::chrono::milliseconds patience_;
};

/// Where the program stands: beside the one that runs.
std::string picture_program();

} // namespace ops
