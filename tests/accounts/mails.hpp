#pragma once

#include <string>

#include "domain/mail/sender.hpp"

namespace tests {

/// The text of a mail as a reader sees it: quoted-printable undone.
inline std::string readable(const domain::mail::Outgoing& mail)
{
    const auto body = mail.bytes.substr(mail.bytes.find("\r\n\r\n") + 4);
    std::string text;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] != '=') {
            text += body[i];
        } else if (body[i + 1] == '\r') {
            i += 2;
        } else {
            text += static_cast<char>(std::stoi(body.substr(i + 1, 2), nullptr, 16));
            i += 2;
        }
    }
    return text;
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
