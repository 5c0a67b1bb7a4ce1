#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace api::openapi {

/// A list of words that the code has as a table, under the name by which a fragment asks for it.
struct Values {
    std::string_view name;
    std::vector<std::string_view> words;
};

/// Every such list.
const std::vector<Values>& values();

/// Gives each schema that says `"x-values": "orders.state"` that list as its `enum`, with null
/// where its type allows null. Refuses (std::runtime_error) a name that no list has.
void fill_values(nlohmann::json& document);

} // namespace api::openapi
