#include "api/site/market/offer.hpp"

#include <array>
#include <utility>

#include "api/site/frame/spelled.hpp"
#include "api/site/market/address.hpp"
#include "domain/core/check.hpp"
#include "domain/pages/page.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;
using frame::Sentence;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> sentences = {{
    {"hour", "market.price_hour"},
    {"day", "market.price_day"},
    {"piece", "market.price_piece"},
    {"project", "market.price_project"},
}};

/// The beginning of a long text, up to a whole word: its own page has all of it.
std::string beginning_of(const std::string& text)
{
    constexpr std::size_t bytes_max = 240;
    if (text.size() <= bytes_max) return text;
    constexpr unsigned marks = 0xC0;
    constexpr unsigned continues = 0x80; // within a letter of UTF-8
    auto end = text.find_last_of(" \n", bytes_max);
    if (end == text.npos) end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & marks) == continues)
        --end;
    return text.substr(0, end) + "…";
}

struct PictureView {
    frame::Href where{};
    void shown(Dictionary& into) const { into.link("PICTURE", where); }
};

std::optional<PictureView> view_of(const std::optional<frame::Href>& picture)
{
    return picture ? std::optional(PictureView{*picture}) : std::nullopt;
}

} // namespace

Sentence price_sentence(const services::Offered& service, Language language)
{
    if (!service.price_minor) return {"market.price_none"};
    for (const auto& [unit, key] : sentences) {
        if (unit == service.price_per) {
            return {std::string(key),
                    {{"amount", frame::spelled(eur(*service.price_minor), language)}}};
        }
    }
    throw Bug("a price is for one of the units");
}

void OfferView::shown(Dictionary& into) const
{
    into.link("WHERE", where);
    into.text("TITLE", service.title);
    into.sentence("BY", {"market.by", {{"provider", provider}, {"city", service.city}}});
    into.part("RATING", rating);
    into.sentence("PRICE", price_sentence(service, into.language()));
    into.maybe("PICTURED", view_of(picture));
    into.when("UNPICTURED", !picture);
}

parts::RatingView rating_of(std::int64_t sum, std::int64_t count)
{
    constexpr std::int64_t ten = 10;
    return {(pages::mean_e2(sum, count) + ten / 2) / ten, count};
}

OfferView offer_of(const services::Found& found)
{
    const auto& file = found.work_id ? found.work_id : found.photo_id;
    return {.where = service_address(found.service.title, found.service.id),
            .service = found.service,
            .provider = found.display_name,
            .picture = file ? std::optional(picture_address(file->text())) : std::nullopt,
            .rating = rating_of(found.rating_sum, found.rating_count)};
}

void OfferLineView::shown(Dictionary& into) const
{
    into.link("WHERE", where);
    into.text("TITLE", service.title);
    into.text("DESCRIPTION", beginning_of(service.description));
    into.sentence("PRICE", price_sentence(service, into.language()));
}

OfferLineView line_of(const services::Offered& service)
{
    return {service_address(service.title, service.id), service};
}

} // namespace api::site::market
