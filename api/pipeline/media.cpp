#include "api/pipeline/media.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/ascii.hpp"

namespace api {

using namespace domain;

namespace {

struct MediaType {
    std::string essence; // "application/json"
    std::string charset; // lower-case; "" when it is not said
};

/// The part up to the next ';' outside of quotes.
std::string_view take_part(std::string_view& text)
{
    bool is_quoted = false;
    std::size_t at = 0;
    while (at < text.size() && (is_quoted || text[at] != ';')) {
        if (text[at] == '"') is_quoted = !is_quoted;
        ++at;
    }
    const auto part = text.substr(0, at);
    text.remove_prefix(std::min(text.size(), at + 1));
    return http::trimmed(part);
}

std::string_view unquoted(std::string_view value)
{
    const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return is_quoted ? value.substr(1, value.size() - 2) : value;
}

bool is_essence(std::string_view text)
{
    const auto slash = text.find('/');
    const auto is_fit = [](char c) { return c == '/' || http::is_token_character(c); };
    return slash > 0 && slash < text.size() - 1 && std::ranges::count(text, '/') == 1 &&
           std::ranges::all_of(text, is_fit);
}

/// Takes up what a parameter says of the charset; false when it is no parameter, or says it again.
bool read_parameter(std::string_view parameter, MediaType& into)
{
    const auto equals = parameter.find('=');
    if (equals == 0 || equals == parameter.npos) return false;
    if (!http::same_word(parameter.substr(0, equals), "charset")) return true;
    if (!into.charset.empty()) return false;
    into.charset = http::lower_case(unquoted(parameter.substr(equals + 1)));
    return !into.charset.empty();
}

/// Nothing when the header is no media type (RFC 9110, 8.3.1), or says its charset twice.
std::optional<MediaType> media_type_in(std::string_view header)
{
    MediaType type;
    type.essence = http::lower_case(take_part(header));
    if (!is_essence(type.essence)) return {};
    while (!header.empty()) {
        const auto parameter = take_part(header);
        if (!parameter.empty() && !read_parameter(parameter, type)) return {};
    }
    return type;
}

struct Understood {
    Takes takes;
    std::vector<std::string_view> essences;
    bool is_text; // and so in UTF-8
    Say instead;
};

const Understood& understood(Takes takes)
{
    static const std::array<Understood, 4> all = {{
        {Takes::json,
         {"application/json", "application/merge-patch+json"},
         true,
         {"Envoyez Content-Type: application/json, en UTF-8.",
          "Send Content-Type: application/json, in UTF-8."}},
        {Takes::picture,
         {"image/png", "image/jpeg"},
         false,
         {"Envoyez l'image avec Content-Type: image/png ou image/jpeg.",
          "Send the picture with Content-Type: image/png or image/jpeg."}},
        {Takes::form,
         {"application/x-www-form-urlencoded"},
         true,
         {"Envoyez le formulaire avec Content-Type: application/x-www-form-urlencoded.",
          "Send the form with Content-Type: application/x-www-form-urlencoded."}},
        {Takes::one_click,
         {"application/x-www-form-urlencoded", "multipart/form-data"},
         true,
         {"Envoyez List-Unsubscribe=One-Click en formulaire.",
          "Send List-Unsubscribe=One-Click as a form."}},
    }};
    return all.at(static_cast<std::size_t>(takes));
}

bool is_plain(std::string_view codings)
{
    while (!codings.empty()) {
        const auto one = codings.substr(0, codings.find(','));
        codings.remove_prefix(std::min(codings.size(), one.size() + 1));
        if (!http::trimmed(one).empty() && !http::same_word(http::trimmed(one), "identity"))
            return false;
    }
    return true;
}

} // namespace

UnknownCoding::UnknownCoding()
    : Refused(Refusal::unsupported_media, {"Envoyez le corps tel quel, sans Content-Encoding.",
                                           "Send the body as it is, without Content-Encoding."})
{
}

void require_media(Takes takes, const http::Request& request)
{
    if (request.body.empty()) return;
    if (!is_plain(request.listed("content-encoding").value_or(""))) throw UnknownCoding();
    const auto& wanted = understood(takes);
    const auto given = media_type_in(request.header("content-type").value_or(""));
    const bool is_known =
        given && std::ranges::find(wanted.essences, given->essence) != wanted.essences.end();
    const bool is_utf_8 = !given || given->charset.empty() || given->charset == "utf-8";
    if (!is_known || (wanted.is_text && !is_utf_8))
        throw Refused(Refusal::unsupported_media, wanted.instead);
}

} // namespace api
