#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace api::site::frame {

using Argument = std::variant<std::int64_t, std::string>;

/// A sentence for people, by its key, with what it is filled with: {"search.found", {{"count",
/// 5}}}. Numbers that choose a plural are given as numbers. `{brand}` is always filled.
struct Sentence {
    std::string key{}; // "file.key" of ops/texts/site/file.json; "" says nothing
    std::vector<std::pair<std::string, Argument>> arguments{};
};

} // namespace api::site::frame
