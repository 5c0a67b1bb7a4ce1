#include "api/site/frame/href.hpp"

#include <algorithm>

#include "domain/core/check.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::string_view english = "/en";

bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c)) {
            out += c;
        } else {
            out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
        }
    }
    return out;
}

std::string value_of(std::string_view name, std::initializer_list<Href::Captured> captured)
{
    for (const auto& [known, value] : captured) {
        if (known == name) return encoded(value);
    }
    throw Bug("an address needs a value for :" + std::string(name));
}

std::string filled(std::string_view pattern, std::initializer_list<Href::Captured> captured)
{
    check(pattern.starts_with('/'), "an address begins with a slash");
    std::string path;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const auto segment = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(segment.size());
        path += '/';
        path +=
            segment.starts_with(':') ? value_of(segment.substr(1), captured) : std::string(segment);
    }
    return path;
}

/// Whether it leads to a page of ours whatever a browser makes of it.
bool is_local(std::string_view text)
{
    constexpr std::string_view marks = "/%?=&+:,@!$'()*;#";
    const auto is_fit = [marks](char c) { return is_unreserved(c) || marks.find(c) != marks.npos; };
    return text.starts_with('/') && !text.starts_with("//") && !text.starts_with("/v1/") &&
           std::ranges::all_of(text, is_fit);
}

/// Cuts off what begins with `mark`, and gives it with the mark.
std::string cut_from(std::string& text, char mark)
{
    const auto at = text.find(mark);
    if (at == text.npos) return {};
    auto rest = text.substr(at);
    text.resize(at);
    return rest;
}

} // namespace

Href Href::to(std::string_view pattern, std::initializer_list<Captured> captured)
{
    Href href;
    href.path_ = filled(pattern, captured);
    return href;
}

Href Href::file(std::string_view pattern, std::initializer_list<Captured> captured)
{
    auto href = to(pattern, captured);
    href.is_page_ = false;
    return href;
}

Href Href::local(std::string_view text, const Href& otherwise)
{
    if (!is_local(text)) return otherwise;
    Href href;
    href.path_ = text;
    href.fragment_ = cut_from(href.path_, '#');
    href.query_ = cut_from(href.path_, '?');
    if (href.path_ == english) href.path_ = "/";
    if (href.path_.starts_with("/en/")) href.path_.erase(0, english.size());
    return is_local(href.path_) ? href : otherwise;
}

Href Href::with(std::string_view name, std::string_view value) const
{
    if (value.empty()) return *this;
    auto more = *this;
    more.query_ += (query_.empty() ? "?" : "&") + encoded(name) + "=" + encoded(value);
    return more;
}

Href Href::at(std::string_view id) const
{
    auto there = *this;
    there.fragment_ = "#" + encoded(id);
    return there;
}

std::string Href::in(Language language) const
{
    const bool is_english = is_page_ && language == Language::en && !path_.empty();
    const auto path = is_english ? std::string(english) + (path_ == "/" ? "" : path_) : path_;
    return path + query_ + fragment_;
}

} // namespace api::site::frame
