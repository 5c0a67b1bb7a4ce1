#pragma once

#include <memory>
#include <string>

#include "domain/mail/sender.hpp"
#include "jobs/context.hpp"
#include "ops/installation.hpp"

namespace ops {

/// What the installation talks to: the mail server (or a folder of .eml files) and Mangopay.
struct Neighbours {
    explicit Neighbours(const Installation& installation);

    std::unique_ptr<domain::mail::Sender> sender;
    std::string hook_secret;
    std::string hook_url; // empty when no hook address is configured
};

/// What jobs work with, in this installation.
jobs::Context context_of(Installation& installation, Neighbours& neighbours);

} // namespace ops
