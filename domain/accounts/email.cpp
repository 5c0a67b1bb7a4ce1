#include "domain/accounts/email.hpp"

#include <algorithm>

namespace domain::accounts {

namespace {

bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_local(std::string_view local)
{
    if (local.empty() || local.size() > 64 || local.front() == '.' || local.back() == '.') {
        return false;
    }
    if (local.find("..") != std::string_view::npos) return false;
    return std::all_of(local.begin(), local.end(), [](char c) {
        return is_alphanumeric(c) ||
               std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view label)
{
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') {
        return false;
    }
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_host(std::string_view host)
{
    int labels = 0;
    std::string_view last;
    while (true) {
        const auto dot = host.find('.');
        last = host.substr(0, dot);
        if (!is_label(last)) return false;
        ++labels;
        if (dot == std::string_view::npos) break;
        host.remove_prefix(dot + 1);
    }
    const bool numeric = std::all_of(last.begin(), last.end(), [](char c) { return c <= '9'; });
    return labels >= 2 && last.size() >= 2 && !numeric;
}

} // namespace

std::optional<Email> Email::parse(std::string_view raw)
{
    std::string text(raw);
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto at = text.find('@');
    if (text.size() > 254 || at == std::string::npos) return {};
    const std::string_view whole = text;
    if (!is_local(whole.substr(0, at)) || !is_host(whole.substr(at + 1))) return {};
    return Email(std::move(text));
}

} // namespace domain::accounts
