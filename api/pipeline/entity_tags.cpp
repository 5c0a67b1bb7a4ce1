#include "api/pipeline/entity_tags.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "api/pipeline/request.hpp"
#include "domain/core/refused.hpp"

namespace api {

using namespace domain;

namespace {

bool is_of_tag(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
}

/// Takes one tag off the front; nothing when there is none.
std::optional<EntityTag> take_tag(std::string_view& text)
{
    EntityTag tag;
    tag.is_weak = text.starts_with("W/");
    if (tag.is_weak) text.remove_prefix(2);
    if (!text.starts_with('"')) return {};
    const auto end = text.find('"', 1);
    if (end == text.npos) return {};
    tag.opaque = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    if (!std::ranges::all_of(tag.opaque, is_of_tag)) return {};
    return tag;
}

std::string_view without_blanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

std::optional<std::int64_t> version_in(const EntityTag& tag)
{
    const auto& text = tag.opaque;
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (tag.is_weak || error != std::errc() || end != text.data() + text.size()) return {};
    return version;
}

std::optional<EntityTag> tag_of(const http::Response& response)
{
    for (const auto& [name, value] : response.headers) {
        std::string_view text = value;
        if (name == "etag") return take_tag(text);
    }
    return {};
}

bool is_kept_at_304(const http::Header& header)
{
    return header.name != "content-type" && header.name != "content-length";
}

http::Response not_modified(http::Response response)
{
    http::Response bare{304};
    std::ranges::copy_if(response.headers, std::back_inserter(bare.headers), is_kept_at_304);
    return bare;
}

Refused not_that_one()
{
    return {Refusal::changed_meanwhile,
            {"Ce n'est pas, ou plus, la version demandée : relisez sans If-Match.",
             "This is not, or no longer, the version asked for: read it without If-Match."}};
}

} // namespace

bool EntityTags::match_strongly(const EntityTag& tag) const
{
    return is_any || std::ranges::any_of(tags, [&](const auto& one) {
               return !one.is_weak && !tag.is_weak && one.opaque == tag.opaque;
           });
}

bool EntityTags::match_weakly(const EntityTag& tag) const
{
    return is_any ||
           std::ranges::any_of(tags, [&](const auto& one) { return one.opaque == tag.opaque; });
}

EntityTags entity_tags_in(std::string_view value)
{
    EntityTags found;
    auto rest = without_blanks(value);
    if (rest == "*") return {true, {}};
    while (!rest.empty()) {
        if (rest.front() != ',') {
            auto tag = take_tag(rest);
            rest = without_blanks(rest);
            if (!tag || (!rest.empty() && rest.front() != ',')) return {};
            found.tags.push_back(*std::move(tag));
            continue;
        }
        rest = without_blanks(rest.substr(1));
    }
    return found;
}

Response tagged(Response response, std::int64_t version)
{
    response.headers.push_back({"etag", "\"" + std::to_string(version) + "\""});
    return response;
}

SeenVersions expected_versions(const Request& request)
{
    const auto named = request.raw.listed("if-match");
    if (!named) {
        throw Refused(Refusal::precondition_required,
                      {"Cette modification demande l'en-tête If-Match avec l'ETag lu auparavant.",
                       "This edit needs an If-Match header with the ETag read before."});
    }
    if (entity_tags_in(request.raw.listed("if-none-match").value_or("")).is_any) {
        throw Refused(Refusal::changed_meanwhile,
                      {"If-None-Match: * demande que rien n'existe encore ici.",
                       "If-None-Match: * wants nothing to be here yet."});
    }
    const auto wanted = entity_tags_in(*named);
    if (wanted.is_any) return SeenVersions::any();
    std::vector<std::int64_t> versions;
    for (const auto& tag : wanted.tags) {
        if (const auto version = version_in(tag)) versions.push_back(*version);
    }
    return SeenVersions(std::move(versions));
}

http::Response conditional(const http::Request& request, http::Response response)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const auto tag = reads && response.status == 200 ? tag_of(response) : std::nullopt;
    if (!tag) return response;
    const auto match = request.listed("if-match");
    if (match && !entity_tags_in(*match).match_strongly(*tag)) throw not_that_one();
    const auto none = request.listed("if-none-match");
    if (none && entity_tags_in(*none).match_weakly(*tag)) return not_modified(std::move(response));
    return response;
}

} // namespace api
