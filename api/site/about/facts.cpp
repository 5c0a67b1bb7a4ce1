#include "api/site/about/facts.hpp"

#include "api/site/frame/site.hpp"
#include "domain/core/language_names.hpp"

namespace api::site::about {

using namespace domain;

namespace {

const std::string& or_contact(const std::string& address, const Platform& platform)
{
    return address.empty() ? platform.company.contact_email : address;
}

} // namespace

void FactView::shown(frame::Dictionary& into) const
{
    into.sentence("LABEL", label);
    into.say("VALUE", value);
    into.sentence("LACKING", lacking);
}

Facts::Facts(const App& app) : is_development_(frame::site_of(app).is_development()) {}

Facts& Facts::add(std::string_view label, const std::string& value, std::string_view key)
{
    const bool is_told = is_development_ && !key.empty();
    if (!value.empty()) {
        add(label, Say{value, value});
    } else if (is_told) {
        all_.push_back({{std::string(label)}, {}, {"about.lacking", {{"key", std::string(key)}}}});
    }
    return *this;
}

Facts& Facts::add(std::string_view label, const Say& value)
{
    all_.push_back({{std::string(label)}, value, {}});
    return *this;
}

std::string in_one_line(const platform::PostalAddress& address)
{
    auto line = address.line1;
    if (!address.line2.empty()) line += ", " + address.line2;
    line += ", " + address.postcode + " " + address.city;
    if (address.country.text() != "FR") line += ", " + address.country.text();
    return line;
}

const std::string& users_email(const Platform& platform)
{
    return or_contact(platform.company.publisher.contact_point.users, platform);
}

const std::string& authorities_email(const Platform& platform)
{
    return or_contact(platform.company.publisher.contact_point.authorities, platform);
}

const std::string& officer_email(const Platform& platform)
{
    return or_contact(platform.company.publisher.officer_email, platform);
}

const std::string& accessibility_email(const Platform& platform)
{
    return or_contact(platform.company.publisher.accessibility_email, platform);
}

Say contact_languages(const Platform& platform)
{
    Say all;
    for (const auto& code : platform.company.publisher.contact_point.languages) {
        if (!all.fr.empty()) {
            all.fr += ", ";
            all.en += ", ";
        }
        all.fr += language_name(code, Language::fr);
        all.en += language_name(code, Language::en);
    }
    return all;
}

} // namespace api::site::about
