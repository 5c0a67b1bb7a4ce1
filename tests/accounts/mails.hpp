#pragma once

#include <string>
#include <string_view>

#include "domain/mail/sender.hpp"

namespace tests {

/// What quoted-printable spells.
inline std::string unquoted(std::string_view spelled)
{
    std::string text;
    for (std::size_t i = 0; i < spelled.size(); ++i) {
        if (spelled[i] != '=') {
            text += spelled[i];
        } else if (spelled.substr(i + 1).starts_with('\r')) {
            i += 2;
        } else {
            text +=
                static_cast<char>(std::stoi(std::string(spelled.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        }
    }
    return text;
}

/// The part of a mail of that type as a reader sees it; "" when it has none.
inline std::string part_of(const domain::mail::Outgoing& mail, std::string_view type)
{
    constexpr std::string_view blank = "\r\n\r\n";
    constexpr std::string_view boundary = "\r\n--=_";
    const std::string_view bytes = mail.bytes;
    const auto begins = bytes.find("Content-Type: " + std::string(type));
    if (begins == bytes.npos) return {};
    const auto from = bytes.find(blank, begins) + blank.size();
    return unquoted(bytes.substr(from, bytes.find(boundary, from) - from));
}

/// The text of a mail as a reader sees it.
inline std::string readable(const domain::mail::Outgoing& mail)
{
    if (mail.bytes.find("Content-Type: ") != std::string::npos) return part_of(mail, "text/plain");
    return unquoted(std::string_view(mail.bytes).substr(mail.bytes.find("\r\n\r\n") + 4));
}

/// The secret that the mail's link carries.
inline std::string token_in(const domain::mail::Outgoing& mail)
{
    const auto text = readable(mail);
    constexpr std::string_view mark = "token=";
    const auto from = text.find(mark);
    if (from == std::string::npos) return {};
    const auto start = from + mark.size();
    return text.substr(start, text.find_first_of("\r\n", from) - start);
}

} // namespace tests
