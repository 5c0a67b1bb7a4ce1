#pragma once

#include <memory>
#include <string>

#include "domain/mail/sender.hpp"
#include "jobs/context.hpp"
#include "ops/installation/installation.hpp"
#include "payments/gateway/gateway.hpp"

namespace ops {

/// What the installation talks to: the mail server (or a folder of .eml files) and Mangopay.
struct Neighbours {
    explicit Neighbours(const Installation& installation);

    std::unique_ptr<domain::mail::Sender> sender;
    std::string hook_secret;
    std::string hook_url; // empty when no hook address is configured

    std::unique_ptr<payments::Gateway> gateway;        // Mangopay, for jobs: patient
    std::unique_ptr<payments::Gateway> prompt_gateway; // for what a person waits for
};

/// What jobs work with, in this installation.
jobs::Context context_of(Installation& installation, Neighbours& neighbours);

} // namespace ops
