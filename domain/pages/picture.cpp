#include "domain/pages/picture.hpp"

#include <utility>

#include "domain/core/retry_later.hpp"

namespace domain::pages {

namespace {

Refused refused(Say why)
{
    return {Refusal::unsupported_media, std::move(why)};
}

Refused too_many_pixels()
{
    static const auto millions = std::to_string(pixels_max / 1'000'000);
    return {Refusal::too_large,
            {"Cette image dépasse " + millions +
                 " millions de pixels : réduisez-la, puis envoyez-la de nouveau.",
             "This picture exceeds " + millions +
                 " million pixels: make it smaller, then send it again."}};
}

Refused too_many_bytes()
{
    static const auto millions = std::to_string(opened_max / 1'000'000);
    return {Refusal::too_large,
            {"Cette image, une fois ouverte, dépasse " + millions +
                 " millions d'octets : enregistrez-la en 8 bits par couleur, ou plus petite, puis "
                 "envoyez-la de nouveau.",
             "This picture, once opened, exceeds " + millions +
                 " million bytes: save it with 8 bits for each colour, or smaller, then send it "
                 "again."}};
}

Refused too_costly()
{
    return refused({"Cette image demande trop de calculs : enregistrez-la en JPEG ordinaire, non "
                    "progressif, ou en PNG de 8 bits par couleur.",
                    "This picture takes too much work to open: save it as an ordinary JPEG, not a "
                    "progressive one, or as a PNG with 8 bits for each colour."});
}

} // namespace

std::optional<Verdict> verdict_of(int exit_status)
{
    const auto verdict = static_cast<Verdict>(exit_status);
    switch (verdict) {
    case Verdict::png:
    case Verdict::jpeg:
    case Verdict::other_format:
    case Verdict::too_many_pixels:
    case Verdict::damaged:
    case Verdict::too_many_bytes:
    case Verdict::too_costly: return verdict;
    }
    return {};
}

Picture picture_by(Verdict verdict, std::string bytes)
{
    switch (verdict) {
    case Verdict::png: return {"image/png", std::move(bytes)};
    case Verdict::jpeg: return {"image/jpeg", std::move(bytes)};
    case Verdict::other_format:
        throw refused(
            {"Une image PNG ou JPEG est attendue.", "A PNG or JPEG picture is expected."});
    case Verdict::too_many_pixels: throw too_many_pixels();
    case Verdict::damaged: throw refused({"Cette image est abîmée.", "This picture is damaged."});
    case Verdict::too_many_bytes: throw too_many_bytes();
    case Verdict::too_costly: throw too_costly();
    }
    throw no_verdict();
}

RetryLater no_verdict()
{
    return {Refusal::busy,
            {"Cette image n'a pas pu être traitée, et ce n'est pas sa faute : envoyez-la de "
             "nouveau dans quelques secondes.",
             "This picture could not be worked on, through no fault of its own: send it again in "
             "a few seconds."},
            std::chrono::seconds{5}};
}

} // namespace domain::pages
