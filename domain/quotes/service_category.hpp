#pragma once

#include <cstdint>
#include <string_view>

#include "domain/core/words.hpp"

namespace domain::quotes {

/// Which rule says where the service is taxed (CGI 259 to 259 D).
enum class ServiceCategory : std::uint8_t {
    general,    // 259
    intangible, // 259 B: advice, advertising, data … for consumers outside the EU
    immovable,  // 259 A 2°
    event,      // 259 A 5°
    restaurant, // 259 A 5°
    transport,  // 259 A 4°
    vehicle,    // 259 A 1°
    electronic, // 259 D
};

inline constexpr Word<ServiceCategory> service_category_words[] = {
    {ServiceCategory::general, "general"},       {ServiceCategory::intangible, "intangible"},
    {ServiceCategory::immovable, "immovable"},   {ServiceCategory::event, "event"},
    {ServiceCategory::restaurant, "restaurant"}, {ServiceCategory::transport, "transport"},
    {ServiceCategory::vehicle, "vehicle"},       {ServiceCategory::electronic, "electronic"},
};
inline constexpr Words<ServiceCategory> service_categories(service_category_words);

constexpr std::string_view name(ServiceCategory category)
{
    return service_categories.name(category);
}

} // namespace domain::quotes
