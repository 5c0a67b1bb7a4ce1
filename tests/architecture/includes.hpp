#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// One `#include "…"` of the source tree. Paths are relative to its root.
struct Include {
    std::string path; // of the file that includes
    int line = 0;
    std::string included;
};

/// "api/http/server.cpp:12 includes domain/core/log.hpp".
std::string text(const Include& include);

/// A .cpp and its .hpp are one module: the path without its extension.
std::string module_of(std::string_view path);

/// The source files of `folder` and below, in order.
std::vector<std::string> sources_of(std::string_view folder);

/// Lines of `folder` and below that include in any other way than `#include "room/…/file.hpp"` or
/// `#include <header>`, with their places; and files that could be included and end otherwise.
std::vector<std::string> includes_in_other_words(std::string_view folder);

/// Every include of `folder` and below, in the order of paths and lines.
std::vector<Include> includes_of(std::string_view folder);

/// The includes that close a circle of modules, in its order: each one's file is of the module
/// that the one before it included. Empty when there is no circle.
std::vector<Include> circle_in(const std::vector<Include>& includes);

} // namespace tests
