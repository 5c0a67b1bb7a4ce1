#include "api/pipeline/request.hpp"

#include <charconv>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/text.hpp"

namespace api {

using namespace domain;

namespace {

constexpr int page_max = 100;

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

} // namespace

const Actor& actor_of(const Request& request)
{
    check(request.actor.has_value(), "the route lets nobody in without an actor");
    return *request.actor;
}

std::string query_text(const Request& request, std::string_view name)
{
    return std::string(request.raw.parameter(name).value_or(""));
}

Page page_of(const Request& request)
{
    Page page;
    const auto limit = query_text(request, "limit");
    if (!limit.empty()) {
        const auto wanted = number(limit).value_or(0);
        if (wanted < 1 || wanted > page_max) {
            throw Refused(Refusal::invalid_fields,
                          {"La taille de page est de 1 à 100.", "The page size is 1 to 100."},
                          {{"limit", {"De 1 à 100.", "From 1 to 100."}}});
        }
        page.limit = static_cast<int>(wanted);
    }
    const auto cursor = query_text(request, "cursor");
    if (!cursor.empty()) {
        const auto after = from_base64(cursor);
        if (!after || !clean_text(*after, false)) {
            throw Refused(Refusal::invalid_fields,
                          {"La suite demandée ne se lit pas : reprenez la liste à son début.",
                           "What was to follow is unreadable: begin the list again."},
                          {{"cursor", {"Curseur illisible.", "Unreadable cursor."}}});
        }
        page.after = *after;
    }
    return page;
}

nlohmann::json page_view(nlohmann::json items, const std::optional<std::string>& next)
{
    if (items.is_null()) items = nlohmann::json::array();
    return {{"items", std::move(items)},
            {"next", next ? nlohmann::json(to_base64(*next)) : nlohmann::json(nullptr)}};
}

} // namespace api
