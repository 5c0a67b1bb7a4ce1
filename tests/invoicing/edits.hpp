#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/invoicing/tampering.hpp"

namespace tests {

/// Something done behind the product's back to the platform's series of a Book, and the fault that
/// names it.
struct Edit {
    std::string what;
    std::function<void(Hand&)> make;
    invoicing::audit::Code code;
    std::string number = "PF-2026-000002"; // at which it is named
    bool deep = false;                     // only `--deep` can see it
    std::string series = "PF";
};

/// What takes the rows of documents away, and leaves their links: " WHERE series = …", of invoices.
std::vector<std::string> without_rows(const std::string& of_series);

/// Every one that an auditor planted in copies of a live book, seen by the audit of then or not.
const std::vector<Edit>& edits();

} // namespace tests
