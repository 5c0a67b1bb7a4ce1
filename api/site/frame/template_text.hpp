#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/language.hpp"

namespace api::site::frame {

class Assets;
class Sentences;

/// What a template's small words stand for.
struct Known {
    const Sentences& sentences;
    const Assets& assets;
    domain::Language language;
};

/// `text` as the library compiles it: {{t …}}, {{to …}}, {{asset …}} and {{icon …}} replaced by
/// what is known at start, escaped for text and for attributes in quotes.
std::string prepared(std::string_view text, const Known& known, std::vector<std::string>& faults);

/// What no template may hold: words of its own, styles, scripts and handlers beside the files that
/// are loaded, a marker that says not to escape it.
std::vector<std::string> faults_in(std::string_view text);

/// For text and for an attribute in double quotes.
std::string escaped(std::string_view text);

} // namespace api::site::frame
