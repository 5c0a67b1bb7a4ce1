#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/route.hpp"

namespace api::site::frame {

/// The API's operation of that name ("show_provider"); a Bug when there is none.
const Route& operation(std::string_view name);

/// What a page asks an operation for beside its own path.
struct Asked {
    std::vector<std::pair<std::string, std::string>> captured{}; // the page's own otherwise
    std::vector<std::pair<std::string, std::string>> query{};    // nothing otherwise
};

/// What one of the API's reading operations answers to whoever asks for the page: its JSON, by the
/// same handler and `Who`, in this process. What it refuses is thrown.
nlohmann::json read(App& app, const Request& request, std::string_view name, Asked asked = {});

/// The same with its headers, for the ETag of what is to be edited.
Response answered(App& app, const Request& request, std::string_view name, Asked asked = {});

/// The ETag's version without quotes, for Filled::version; "" when it has none.
std::string version_of(const Response& answer);

} // namespace api::site::frame
