#include "api/site/market/address.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "domain/core/text.hpp"

namespace api::site::market {

using namespace domain;
using frame::Href;

namespace {

constexpr std::size_t name_max = 60; // bytes; the id says the rest

bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The words of a name in letters that need no encoding. Latin ones are told without a dictionary
/// of scripts: a list shows many.
std::vector<std::string> plain_words(std::string_view name)
{
    const auto text = folded(name);
    if (!std::ranges::all_of(text, [](char c) { return c > 0; })) return name_words(name);
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (is_plain(c)) {
            words.back() += c;
        } else {
            words.emplace_back();
        }
    }
    std::erase(words, "");
    return words;
}

/// "Ourlet de rideau" and its id: "ourlet-de-rideau-svc_01…".
std::string segment_of(std::string_view name, const std::string& id)
{
    std::string segment;
    for (const auto& word : plain_words(name)) {
        if (segment.size() + word.size() > name_max) break;
        segment += word + "-";
    }
    return segment + id;
}

} // namespace

Href service_address(std::string_view title, const ServiceId& id)
{
    return Href::to("/services/:service", {{"service", segment_of(title, id.text())}});
}

Href provider_address(std::string_view display_name, const AccountId& id)
{
    return Href::to("/providers/:provider", {{"provider", segment_of(display_name, id.text())}});
}

Href reviews_address(std::string_view display_name, const AccountId& id)
{
    return Href::to("/providers/:provider/reviews",
                    {{"provider", segment_of(display_name, id.text())}});
}

Href picture_address(std::string_view file)
{
    return Href::file("/v1/files/:id", {{"id", file}});
}

bool is_at(const Request& request, const Href& right)
{
    return request.raw.path == right.in(request.language);
}

} // namespace api::site::market
