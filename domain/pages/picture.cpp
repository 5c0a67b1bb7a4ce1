#include "domain/pages/picture.hpp"

#include <utility>

#include "domain/core/refused.hpp"

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

Refused unreadable()
{
    return refused({"Cette image n'a pas pu être lue : enregistrez-la de nouveau, ou plus petite, "
                    "avec un autre programme.",
                    "This picture could not be read: save it again, or smaller, with another "
                    "program."});
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
    case Verdict::damaged: return verdict;
    }
    return {};
}

Picture picture_by(std::optional<Verdict> verdict, std::string bytes)
{
    if (!verdict) throw unreadable();
    switch (*verdict) {
    case Verdict::png: return {"image/png", std::move(bytes)};
    case Verdict::jpeg: return {"image/jpeg", std::move(bytes)};
    case Verdict::other_format:
        throw refused(
            {"Une image PNG ou JPEG est attendue.", "A PNG or JPEG picture is expected."});
    case Verdict::too_many_pixels: throw too_many_pixels();
    case Verdict::damaged: throw refused({"Cette image est abîmée.", "This picture is damaged."});
    }
    throw unreadable();
}

} // namespace domain::pages
