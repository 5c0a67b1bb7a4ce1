#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tests {

using WireHeaders = std::vector<std::pair<std::string, std::string>>;

/// One answer as it came over the socket. Status 0: the connection ended without one.
struct WireAnswer {
    int status = 0;
    WireHeaders headers{}; // names in lower case, repeated lines kept
    std::string body{};

    nlohmann::json json() const { return nlohmann::json::parse(body); }

    std::vector<std::string> all(const std::string& name) const
    {
        std::vector<std::string> values;
        for (const auto& [key, value] : headers) {
            if (key == name) values.push_back(value);
        }
        return values;
    }
    std::string header(const std::string& name) const
    {
        const auto values = all(name);
        return values.empty() ? "" : values.front();
    }
};

namespace wire {

inline int connected(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
    return socket;
}

inline std::string everything_from(int socket)
{
    std::string text;
    char buffer[16 * 1024];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

inline WireAnswer parsed(const std::string& text)
{
    WireAnswer answer;
    const auto end = text.find("\r\n\r\n");
    if (end == std::string::npos) return answer;
    answer.status = std::stoi(text.substr(text.find(' ') + 1, 3));
    answer.body = text.substr(end + 4);
    for (auto at = text.find("\r\n") + 2; at < end + 2;) {
        const auto stop = text.find("\r\n", at);
        const auto colon = text.find(':', at);
        auto name = text.substr(at, colon - at);
        for (auto& c : name)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        answer.headers.emplace_back(name, text.substr(colon + 2, stop - colon - 2));
        at = stop + 2;
    }
    return answer;
}

} // namespace wire

/// One request on a connection of its own; `headers` beside Host, Content-Length and Connection.
inline WireAnswer ask(std::uint16_t port, const std::string& method, const std::string& target,
                      const std::string& body = "", const WireHeaders& headers = {})
{
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                       "Connection: close\r\nContent-Length: " + std::to_string(body.size()) +
                       "\r\n";
    for (const auto& [name, value] : headers)
        text += name + ": " + value + "\r\n";
    text += "\r\n" + body;
    const int socket = wire::connected(port);
    const bool sent =
        ::send(socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    const auto answer = sent ? wire::everything_from(socket) : "";
    ::close(socket);
    return wire::parsed(answer);
}

} // namespace tests
