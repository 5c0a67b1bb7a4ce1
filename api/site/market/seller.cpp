#include "api/site/market/seller.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

#include "api/site/frame/spelled.hpp"
#include "api/site/market/address.hpp"
#include "api/site/market/offer.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;
using frame::Sentence;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> clienteles = {
    {{"both", "market.clientele_both"},
     {"individuals", "market.clientele_individuals"},
     {"professionals", "market.clientele_professionals"}}};

Sentence clientele_sentence(std::string_view clientele)
{
    for (const auto& [word, key] : clienteles) {
        if (word == clientele) return {std::string(key)};
    }
    return {};
}

struct PortraitView {
    frame::Href where{};
    std::string provider{};
    void shown(Dictionary& into) const
    {
        into.link("PORTRAIT", where);
        into.sentence("ALT", {"market.portrait", {{"provider", provider}}});
    }
};

/// The first letter of the name, whole, where there is no portrait.
std::string initial_of(const std::string& name)
{
    std::size_t end = name.empty() ? 0 : 1;
    constexpr unsigned marks = 0xC0;
    constexpr unsigned continues = 0x80;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & marks) == continues)
        ++end;
    return name.substr(0, end);
}

} // namespace

void SellerView::shown(Dictionary& into) const
{
    into.when("HEADING", is_heading);
    into.when("LINKED", !is_heading);
    into.link("PAGE", page);
    into.text("NAME", provider);
    into.text("CITY", city);
    into.maybe("PORTRAYED",
               portrait ? std::optional(PortraitView{*portrait, provider}) : std::nullopt);
    into.when("UNPORTRAYED", !portrait);
    into.text("INITIAL", initial_of(provider));
    into.part("RATING", rating);
    into.when("PROFESSIONAL", is_professional);
    into.when("PRIVATE", !is_professional);
    into.sentence("STATUS", {is_professional ? "market.status_professional_text"
                                             : "market.status_private_text",
                             {{"provider", provider}}});
    into.sentence("CLIENTELE", clientele_sentence(clientele));
    into.sentence(
        "SINCE",
        {"market.since", {{"day", frame::spelled(day_in_paris(published_at), into.language())}}});
}

SellerView seller_of(const pages::PublicPage& page)
{
    return {.provider = page.display_name,
            .city = page.city,
            .clientele = page.clientele,
            .page = provider_address(page.display_name, page.account_id),
            .portrait = page.photo_id ? std::optional(picture_address(page.photo_id->text()))
                                      : std::nullopt,
            .rating = rating_of(page.rating_sum, page.rating_count),
            .is_professional = page.is_professional,
            .published_at = page.published_at};
}

void WorkView::shown(Dictionary& into) const
{
    into.link("PICTURE", picture);
    into.when("CAPTIONED", !caption.empty());
    into.text("CAPTION", caption);
    into.sentence("ALT", {"market.picture", {{"number", number}, {"provider", provider}}});
}

std::vector<WorkView> works_of(const pages::PublicPage& page)
{
    std::vector<WorkView> works;
    for (const auto& picture : nlohmann::json::parse(page.portfolio)) {
        works.push_back({picture_address(picture.at("id").get_ref<const std::string&>()),
                         picture.at("caption").get<std::string>(), page.display_name,
                         static_cast<std::int64_t>(works.size()) + 1});
    }
    return works;
}

} // namespace api::site::market
