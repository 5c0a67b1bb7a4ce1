#include "domain/mail/message.hpp"

#include <algorithm>
#include <array>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace domain::mail {

namespace {

constexpr std::size_t line_max = 76;
// No line of quoted-printable can begin like this: "=_" is none of its escapes.
constexpr std::string_view boundary = "=_entremise";
constexpr std::size_t encoded_word_bytes = 39; // 52 characters of base64, 64 with its frame

bool is_printable_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void check_single_line(std::string_view text)
{
    check(text.find_first_of("\r\n") == std::string_view::npos, "a mail header is one line");
}

/// RFC 2047: encoded words that each hold whole characters.
std::string header_text(std::string_view text)
{
    check_single_line(text);
    if (is_printable_ascii(text) && text.size() < line_max - 10) return std::string(text);
    std::string words;
    while (!text.empty()) {
        auto end = std::min(text.size(), encoded_word_bytes);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
                 to_base64(text.substr(0, end)) + "?=";
        text.remove_prefix(end);
    }
    return words;
}

/// "Sun, 22 Nov 2026 09:00:00 +0000" (RFC 5322 §3.3).
std::string date_text(Instant at)
{
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const Day day{midnight};
    const auto weekday = std::chrono::weekday{midnight}.c_encoding();
    const auto iso = to_text(at); // 2026-11-22T09:00:00.000000Z
    return std::string(days.at(weekday)) + ", " + iso.substr(8, 2) + " " +
           months.at(static_cast<unsigned>(day.month()) - 1) + " " + iso.substr(0, 4) + " " +
           iso.substr(11, 8) + " +0000";
}

std::string escaped(char c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'=', digits[byte >> 4], digits[byte & 15]};
}

/// RFC 2045 §6.7.
std::string quoted_printable(std::string_view text)
{
    std::string encoded;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            encoded += "\r\n";
            column = 0;
            continue;
        }
        const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
        const bool plain = (c > ' ' && c <= '~' && c != '=') || (c == ' ' && !ends_line);
        const auto piece = plain ? std::string(1, c) : escaped(c);
        if (column + piece.size() > line_max - 1) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += piece;
        column += piece.size();
    }
    return encoded + "\r\n";
}

/// A text with what says how it is spelled.
std::string entity(std::string_view subtype, std::string_view text)
{
    return "Content-Type: text/" + std::string(subtype) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quoted_printable(text);
}

/// What can be read by everybody first: readers take the last that they know.
std::string alternatives(const Message& message)
{
    const auto line = "\r\n--" + std::string(boundary);
    return "Content-Type: multipart/alternative; boundary=\"" + std::string(boundary) + "\"\r\n" +
           line + "\r\n" + entity("plain", message.body) + line + "\r\n" +
           entity("html", message.html) + line + "--\r\n";
}

} // namespace

std::string rfc5322(const Message& message)
{
    for (const auto* text : {&message.from, &message.to, &message.id, &message.unsubscribe}) {
        check_single_line(*text);
        check(is_printable_ascii(*text), "addresses and links are ASCII");
    }
    const auto host = message.from.substr(message.from.find('@') + 1);
    std::string text;
    text += "Date: " + date_text(message.at) + "\r\n";
    text += "From: " + header_text(message.from_name) + " <" + message.from + ">\r\n";
    text += "To: <" + message.to + ">\r\n";
    text += "Subject: " + header_text(message.subject) + "\r\n";
    text += "Message-ID: <" + message.id + "@" + host + ">\r\n";
    text += "Auto-Submitted: auto-generated\r\n";
    if (!message.unsubscribe.empty()) {
        text += "List-Unsubscribe: <" + message.unsubscribe + ">\r\n";
        text += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    }
    text += "MIME-Version: 1.0\r\n";
    return text + (message.html.empty() ? entity("plain", message.body) : alternatives(message));
}

} // namespace domain::mail
