#include "ops/installation/site_config.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "domain/accounts/email.hpp"
#include "ops/installation/mark.hpp"

namespace ops {

namespace {

using domain::platform::Brand;
using domain::platform::Publisher;

void read_colour(ConfigReader& read, const char* key, domain::Colour& colour)
{
    auto text = to_text(colour);
    read.text("site", key, text);
    const auto found = domain::parse_colour(text);
    if (!found) read.complain("site", key, "must be a colour such as #1f3c9a");
    colour = found.value_or(colour);
}

void read_mark_file(ConfigReader& read, std::string& mark)
{
    std::string path;
    read.path("site", "mark_file", path);
    if (path.empty()) return;
    try {
        mark = read_mark(path);
    } catch (const std::runtime_error& wrong) {
        read.complain("site", "mark_file", wrong.what());
    }
}

void read_address(ConfigReader& read, const char* key, std::string& address)
{
    read.text("company", key, address);
    if (!address.empty() && !domain::accounts::Email::parse(address))
        read.complain("company", key, "must be an address alone, such as contact@example.org");
}

void read_link(ConfigReader& read, const char* key, std::string& link)
{
    read.text("company", key, link);
    if (!link.empty() && !link.starts_with("https://"))
        read.complain("company", key, "must begin with https://");
}

/// "fr", "nds": as ISO 639 writes them.
bool is_language(const std::string& code)
{
    constexpr std::size_t shortest = 2;
    constexpr std::size_t longest = 3;
    return code.size() >= shortest && code.size() <= longest &&
           std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

void read_site(ConfigReader& read, Brand& brand)
{
    read.text("site", "name", brand.name);
    read_mark_file(read, brand.mark);
    const std::pair<const char*, domain::Colour*> colours[] = {{"brand", &brand.brand},
                                                               {"brand_dark", &brand.brand_dark},
                                                               {"accent", &brand.accent},
                                                               {"accent_dark", &brand.accent_dark}};
    for (const auto& [key, colour] : colours)
        read_colour(read, key, *colour);
    for (const auto& [key, why] : unreadable_in(brand))
        read.complain("site", key, why);
    read.flag("site", "development", brand.development);
}

void read_publisher(ConfigReader& read, Publisher& publisher)
{
    read.text("company", "phone", publisher.phone);
    read.text("company", "publication_director", publisher.director);
    read_address(read, "officer_email", publisher.officer_email);
    read_address(read, "accessibility_email", publisher.accessibility_email);
    read.text("company", "host_name", publisher.host.name);
    read.text("company", "host_address", publisher.host.address);
    read.text("company", "host_phone", publisher.host.phone);
    read.text("company", "mediator_name", publisher.mediator.name);
    read.text("company", "mediator_address", publisher.mediator.address);
    read_link(read, "mediator_url", publisher.mediator.url);
    auto& point = publisher.contact_point;
    read_address(read, "authorities_email", point.authorities);
    read_address(read, "users_email", point.users);
    read.texts("company", "contact_languages", point.languages);
    if (point.languages.empty() || !std::ranges::all_of(point.languages, is_language))
        read.complain("company", "contact_languages", "must be languages such as [\"fr\", \"en\"]");
}

} // namespace ops
