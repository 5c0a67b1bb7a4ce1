#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"

namespace invoicing {

/// In whose name a document is issued: a provider's account, or the platform's own ("platform").
class Issuer {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a provider is an issuer
    Issuer(const domain::AccountId& provider) : text_(provider.text()) {}
    static Issuer platform() { return Issuer(std::string("platform")); }

    static std::optional<Issuer> parse(std::string_view text)
    {
        if (text == platform().text()) return platform();
        if (const auto provider = domain::AccountId::parse(text)) return Issuer(*provider);
        return {};
    }

    const std::string& text() const { return text_; }
    auto operator<=>(const Issuer&) const = default;

private:
    explicit Issuer(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

} // namespace invoicing
