#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/dictionary.hpp"

namespace api::site::frame {

/// The markers of a template, or of a view: those of its sections stand inside them.
struct Markers {
    std::set<std::string, std::less<>> values{};
    std::map<std::string, Markers, std::less<>> sections{};
    std::set<std::string, std::less<>> parts{};
};

/// What `text` names; a section that does not end well goes into `faults`.
Markers markers_in(std::string_view text, std::vector<std::string>& faults);

/// What the view fills.
Markers markers_of(const KnownView& view);

/// Where the two differ: a marker that nobody fills, or one that the template does not show. Inside
/// a section the outer markers are known too.
std::vector<std::string> differences(const Markers& named, const Markers& filled);

} // namespace api::site::frame
