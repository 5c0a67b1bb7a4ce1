#pragma once

#include <string>

#include "ops/installation/installation.hpp"

namespace ops::commands {

struct StaffOptions {
    std::string kind;  // staff, accountant, privacy_officer
    std::string email; // personal data: better given as "-", to be read from standard input
    bool json = false;
};

/// `entremise account create-staff`: makes the account and prints the token with which its
/// owner sets a password within 30 minutes. No secret is taken from the command line.
int create_staff(Installation& installation, const StaffOptions& options);

} // namespace ops::commands
