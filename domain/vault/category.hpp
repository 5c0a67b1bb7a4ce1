#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

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

inline constexpr std::array all_categories = {
    Category::identity,   Category::contact,  Category::profile,
    Category::message,    Category::money,    Category::document,
    Category::connection, Category::evidence, Category::credential};

std::string_view name(Category category);
std::optional<Category> parse_category(std::string_view text);

} // namespace domain::vault
