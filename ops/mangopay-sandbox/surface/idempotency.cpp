#include "ops/mangopay-sandbox/surface/idempotency.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mangopay_sandbox::idempotency {

using nlohmann::json;

namespace {

constexpr std::int64_t kept_seconds = 86'400;

bool is_key(const std::string& text)
{
    return text.size() >= 16 && text.size() <= 36 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-';
           });
}

const json* kept(const World& world, const std::string& key)
{
    const auto* response = world.state.maybe_find(Kind::response, key);
    if (!response) return nullptr;
    const auto age = world.seconds() - response->at("At").get<std::int64_t>();
    return age < kept_seconds ? response : nullptr;
}

} // namespace

void check(const World& world, const std::string& key)
{
    if (!is_key(key)) {
        throw param_error(
            {{"Idempotency-Key", "The Idempotency-Key must have between 16 and 36 alphanumeric "
                                 "characters or dashes"}});
    }
    if (!kept(world, key)) return;
    throw Rejected(409, "idempotent_creation_conflict",
                   "A resource has already been created with this Idempotency Key");
}

void remember(World& world, const std::string& key, const Answer& answer, const std::string& url)
{
    auto resource = json::parse(answer.body, nullptr, false);
    world.state.put(Kind::response, key,
                    {{"StatusCode", std::to_string(answer.status)},
                     {"ContentLength", std::to_string(answer.body.size())},
                     {"ContentType", answer.content_type},
                     {"Date", http_date(world.seconds())},
                     {"RequestURL", url},
                     {"Resource", resource.is_discarded() ? json(nullptr) : resource},
                     {"At", world.seconds()}});
}

Answer get(World& world, const Call& call)
{
    const auto* response = kept(world, call.capture("key"));
    if (!response) throw unknown_resource("Response", call.capture("key"));
    auto visible = *response;
    visible.erase("At");
    return answer(visible);
}

} // namespace mangopay_sandbox::idempotency
