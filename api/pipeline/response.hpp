#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/http/message.hpp"
#include "domain/core/id.hpp"

namespace api {

/// What a handler answers: JSON, or bytes of some media type, or a stream.
struct Response { // NOLINT(bugprone-exception-escape): moving JSON is noexcept, its checks are not
    int status = 200;
    nlohmann::json body{};
    std::vector<http::Header> headers{};
    std::string media_type{}; // set: `bytes` or `stream` is the body, not `body`
    std::string bytes{};
    http::Producer stream{};
    std::optional<domain::AccountId> subject{}; // whose doing it was, where no session said so
};

inline Response ok(nlohmann::json body)
{
    return {200, std::move(body)};
}
/// 200 with a text that is JSON already.
inline Response ok_text(std::string json)
{
    return {.media_type = "application/json", .bytes = std::move(json)};
}
inline Response created(nlohmann::json body, const std::string& location)
{
    return {201, std::move(body), {{"location", location}}};
}
inline Response accepted(nlohmann::json body, const std::string& location)
{
    return {202, std::move(body), {{"location", location}}};
}
inline Response no_content()
{
    return {204};
}

} // namespace api
