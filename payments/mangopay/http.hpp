#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace payments::mangopay {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
    std::string method, url, body;
    HttpHeaders headers;
};

struct HttpAnswer {
    int status = 0; // 0: no answer came; whether the request arrived is not known
    std::string body;
    HttpHeaders headers;   // names in lower case; repeated lines stay separate
    std::string trouble{}; // why there is no answer, for the log
    bool sent = true;      // false: not one byte of the request left this machine

    /// The first header of that (lower-case) name, or "".
    std::string header(std::string_view name) const
    {
        for (const auto& [key, value] : headers) {
            if (key == name) return value;
        }
        return {};
    }
};

/// Sends one request and waits for its answer, within the sender's own time limits. Never
/// throws for what the network does. May be called from several threads.
using Http = std::function<HttpAnswer(const HttpRequest&)>;

} // namespace payments::mangopay
