#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/core/words.hpp"

namespace domain::vault {

/// What kind of personal value a key seals. One data key per subject and category, so that
/// each can be destroyed on its own day.
enum class Category : std::uint8_t {
    identity,   // surname, first name, birth date, nationality, legal data
    contact,    // e-mail, phone, postal address
    profile,    // what a person says of itself beyond published fields
    message,    // bodies of messages and requests
    money,      // evidence of payments, kept ten years
    document,   // invoices
    connection, // addresses and devices, one year
    evidence,   // accepted quotes and what proves them
    credential, // password hashes, TOTP secrets
};

inline constexpr auto all_categories = values_of<Category>();

std::string_view name(Category category);
std::optional<Category> parse_category(std::string_view text);

} // namespace domain::vault
