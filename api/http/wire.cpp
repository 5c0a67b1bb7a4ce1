#include "api/http/wire.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <ctime>

#include "api/http/ascii.hpp"
#include "domain/core/check.hpp"

namespace api::http {

namespace {

/// "Sun, 22 Nov 2026 10:15:00 GMT" (RFC 9110, 5.6.7): the wall clock's, because caches and
/// peers compare it with theirs.
std::string_view wall_date()
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    thread_local std::time_t written = -1;
    thread_local std::array<char, 64> text{};
    thread_local std::size_t size = 0;
    timespec now{};
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (now.tv_sec != written) {
        std::tm utc{};
        gmtime_r(&now.tv_sec, &utc);
        // strftime would write the locale's names.
        size = static_cast<std::size_t>(
            std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                          days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                          months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                          utc.tm_hour, utc.tm_min, utc.tm_sec));
        written = now.tv_sec;
    }
    return {text.data(), size};
}

/// The moment at which whoever answers says that it does, when it goes by a clock of its own.
std::string_view date_of(const Response& response)
{
    for (const auto& [name, value] : response.headers) {
        if (same_word(name, "date")) return value;
    }
    return wall_date();
}

bool is_ours(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> ours{"content-length", "transfer-encoding",
                                                          "connection", "date"};
    return std::ranges::any_of(ours, [&](std::string_view own) { return same_word(name, own); });
}

bool can_be_sent(const Header& header)
{
    auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    auto breaks_name = [](char c) { return c <= ' ' || c == ':' || c == 0x7F; };
    return !header.name.empty() && std::ranges::none_of(header.name, breaks_name) &&
           std::ranges::none_of(header.value, breaks);
}

void append_number(std::string& out, std::size_t number, int base)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
    out.append(digits.data(), end.ptr);
}

} // namespace

bool has_no_body(int status)
{
    return status == 204 || status == 304;
}

void append_answer(std::string& out, const Response& response, Manner manner)
{
    domain::check(response.status >= 200 && response.status <= 599, "an answer has a final status");
    for (const Header& header : response.headers) {
        domain::check(can_be_sent(header), "an answer's headers fit on their lines");
    }
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(response.status), 10);
    out.append(" ").append(reason(response.status)).append("\r\nDate: ").append(date_of(response));
    out.append(manner.keep_alive ? "\r\nConnection: keep-alive\r\n" : "\r\nConnection: close\r\n");
    for (const auto& [name, value] : response.headers) {
        if (!is_ours(name)) out.append(name).append(": ").append(value).append("\r\n");
    }
    if (has_no_body(response.status)) {
        out.append("\r\n");
        return;
    }
    if (response.stream) {
        out.append(manner.http_1_0 ? "\r\n" : "Transfer-Encoding: chunked\r\n\r\n");
        return;
    }
    out.append("Content-Length: ");
    append_number(out, response.body.size(), 10);
    out.append("\r\n\r\n");
    if (!manner.head_only) out.append(response.body);
}

void append_chunk(std::string& out, std::string_view chunk)
{
    append_number(out, chunk.size(), 16);
    out.append("\r\n").append(chunk).append("\r\n");
}

std::optional<std::size_t> send_now(int socket, std::string_view bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto taken =
            ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken >= 0) {
            sent += static_cast<std::size_t>(taken);
        } else if (errno == EAGAIN) {
            break;
        } else if (errno != EINTR) {
            return std::nullopt;
        }
    }
    return sent;
}

} // namespace api::http
