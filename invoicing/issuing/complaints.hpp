#pragma once

#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

/// What keeps an invoice from being written, gathered.
class Complaints {
public:
    void add(const std::string& field, domain::Say why);

    /// Complains when `value` is not given, is too long for a line of an invoice, or has a
    /// character that no embedded font can print.
    void need(const std::string& field, const std::string& value, domain::Say why);

    /// The same of what need not be given.
    void may_print(const std::string& field, const std::string& value);

    /// What the law wants of an address; a postcode in France and Monaco only.
    void need_address(const std::string& who, const Identity& identity);

    std::vector<domain::FieldError> list() && { return std::move(list_); }

private:
    std::vector<domain::FieldError> list_;
};

} // namespace invoicing::issuing
