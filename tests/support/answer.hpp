#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>

#include "domain/core/crypto.hpp"
#include "tests/support/transport.hpp"

namespace tests {

using nlohmann::json;

/// What came back from the API.
struct Answer {
    int status = 0;
    json body;
    std::string bytes;
    std::map<std::string, std::string> headers;

    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

/// What a call may carry beside its body.
struct With {
    std::string bearer{};
    std::map<std::string, std::string> headers{};
    std::string key{}; // Idempotency-Key; a fresh one by default
};

inline Answer received(api::http::Response response)
{
    Answer answer{response.status, {}, response.body, {}};
    for (const auto& header : response.headers)
        answer.headers[header.name] = header.value;
    if (response.stream) {
        std::string chunk;
        while (response.stream(chunk))
            answer.bytes += chunk;
    }
    if (answer.header("content-type").find("json") != std::string::npos) {
        answer.body = json::parse(answer.bytes, nullptr, false);
    }
    return answer;
}

/// Carries out one request; `target` is path and query.
inline Answer called(const Transport& transport, const std::string& method,
                     const std::string& target, const std::string& body, const With& with)
{
    auto headers = with.headers;
    headers.emplace("host", "entremise.test");
    if (!body.empty()) headers.emplace("content-type", "application/json");
    if (!with.bearer.empty()) headers.emplace("authorization", "Bearer " + with.bearer);
    if (method == "POST") {
        headers.emplace("idempotency-key", with.key.empty() ? domain::uuid_v4() : with.key);
    }
    if (!body.empty()) headers.emplace("content-length", std::to_string(body.size()));
    auto bytes = method + " " + target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : headers)
        bytes.append(name).append(": ").append(value).append("\r\n");
    return received(transport.carry(bytes + "\r\n" + body));
}

} // namespace tests
