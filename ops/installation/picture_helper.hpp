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

    /// Throws std::runtime_error, with a sentence for the operator, unless the program is that of
    /// this very version and, confined as ever, makes a tiny picture anew.
    void prove_itself() const;

    /// Refuses what the process says is no picture to be published. A process that says nothing,
    /// because it did not start, died or took too long, is RetryLater: the picture is sent again.
    domain::pages::Picture operator()(std::string_view upload) const;

private:
    std::string program_;
    std::chrono::milliseconds patience_;
};

/// Where the program stands: beside the one that runs.
std::string picture_program();

} // namespace ops
