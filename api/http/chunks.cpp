#include "api/http/chunks.hpp"

#include <algorithm>

#include "api/http/ascii.hpp"

namespace api::http {

namespace {

constexpr std::size_t noise_max = 4096;
constexpr std::size_t digits_max = 8;

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 ? c != '\t' : c == 0x7F;
}

} // namespace

Chunks::Step Chunks::read(std::string_view& input, std::string& body, std::size_t body_max)
{
    while (!input.empty()) {
        if (place_ == Place::data) {
            const std::string_view piece = input.substr(0, left_);
            body.append(piece);
            input.remove_prefix(piece.size());
            left_ -= piece.size();
            if (left_ == 0) place_ = Place::data_cr;
            continue;
        }
        place_ = after(input.front());
        input.remove_prefix(1);
        if (place_ == Place::done) return Step::done;
        if (place_ == Place::malformed) return Step::malformed;
        if (left_ > body_max - body.size()) return Step::too_large;
    }
    return Step::more;
}

Chunks::Place Chunks::after(char c)
{
    switch (place_) {
    case Place::size: return after_size(c);
    case Place::extension:
        if (c == '\r') return Place::size_end;
        return is_control(c) ? Place::malformed : bounded(Place::extension);
    case Place::size_end:
        if (c != '\n') return Place::malformed;
        digits_ = 0;
        return left_ == 0 ? Place::trailer_start : Place::data;
    case Place::data_cr: return c == '\r' ? Place::data_end : Place::malformed;
    case Place::data_end: return c == '\n' ? Place::size : Place::malformed;
    case Place::trailer_start:
    case Place::trailer_name:
    case Place::trailer:
    case Place::trailer_end:
    case Place::last_end: return after_trailer(c);
    case Place::data:
    case Place::done:
    case Place::malformed: break;
    }
    return Place::malformed;
}

Chunks::Place Chunks::after_trailer(char c)
{
    if (place_ == Place::trailer_end) return c == '\n' ? Place::trailer_start : Place::malformed;
    if (place_ == Place::last_end) return c == '\n' ? Place::done : Place::malformed;
    if (place_ == Place::trailer && c == '\r') return Place::trailer_end;
    if (place_ == Place::trailer) return is_control(c) ? Place::malformed : bounded(place_);
    return after_trailer_name(c);
}

/// A trailer's name, or its beginning: the empty line ends them all.
Chunks::Place Chunks::after_trailer_name(char c)
{
    const bool starts = place_ == Place::trailer_start;
    if (starts && c == '\r') return Place::last_end;
    if (!starts && c == ':') return bounded(Place::trailer);
    return is_token_character(c) ? bounded(Place::trailer_name) : Place::malformed;
}

Chunks::Place Chunks::after_size(char c)
{
    std::size_t digit = 0;
    if (c >= '0' && c <= '9') {
        digit = static_cast<std::size_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
        digit = static_cast<std::size_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
        digit = static_cast<std::size_t>(c - 'A') + 10;
    } else if (digits_ == 0) {
        return Place::malformed;
    } else if (c == '\r') {
        return Place::size_end;
    } else {
        return c == ';' ? bounded(Place::extension) : Place::malformed;
    }
    if (++digits_ > digits_max) return Place::malformed;
    left_ = left_ * 16 + digit;
    return Place::size;
}

Chunks::Place Chunks::bounded(Place next)
{
    return ++noise_ > noise_max ? Place::malformed : next;
}

} // namespace api::http
