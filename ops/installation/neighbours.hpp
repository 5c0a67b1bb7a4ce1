#pragma once

#include <memory>
#include <string>

#include "domain/mail/sender.hpp"
#include "jobs/context.hpp"
#include "ops/installation/installation.hpp"
#include "payments/mangopay/client.hpp"

namespace ops {

/// What the installation talks to: the mail server (or a folder of .eml files) and Mangopay.
struct Neighbours {
    explicit Neighbours(const Installation& installation);

    std::unique_ptr<domain::mail::Sender> sender;
    std::string hook_secret;
    std::string hook_url; // empty when no hook address is configured

    std::unique_ptr<payments::mangopay::Client> gateway;        // Mangopay, for jobs: patient
    std::unique_ptr<payments::mangopay::Client> prompt_gateway; // for what a person waits for

    /// Goes on with the address, API key and client certificate that the configuration names by
    /// now. Throws std::runtime_error when it cannot be read, or names another client of Mangopay
    /// or another clock: then nothing has changed.
    void reload_mangopay(const Installation& installation);
};

/// What jobs work with, in this installation.
jobs::Context context_of(Installation& installation, Neighbours& neighbours);

} // namespace ops
