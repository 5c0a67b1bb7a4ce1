#pragma once

#include <compare>
#include <string>
#include <utility>

namespace domain {

/// An identifier that somebody else gave, kept as it came; `Tag` says what it identifies, so that
/// one kind cannot be passed for another. Empty while there is none.
template <typename Tag>
class ForeignId {
public:
    ForeignId() = default;
    explicit ForeignId(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const ForeignId&) const = default;

private:
    std::string text_;
};

} // namespace domain
