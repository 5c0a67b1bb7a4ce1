#pragma once

#include <functional>
#include <map>
#include <string>

namespace ops {

/// The texts for people that are the product's own and travel inside the binary (ops/texts), by
/// path: "mails/quote_sent.json". PolicyFolder adds those of the marketplace.
std::map<std::string, std::string, std::less<>> texts();

} // namespace ops
