#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain::accounts {

/// An e-mail address as mail systems really use them: lower-case ASCII, at most 254
/// characters, a dotted local part of at most 64, a host name with at least one dot.
/// (RFC 5321 allows quoted local parts; nobody has one, and they invite header injection.)
class Email {
public:
    static std::optional<Email> parse(std::string_view raw);

    const std::string& text() const { return text_; }

private:
    explicit Email(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

} // namespace domain::accounts
