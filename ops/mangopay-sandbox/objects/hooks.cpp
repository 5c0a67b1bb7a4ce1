#include "ops/mangopay-sandbox/objects/hooks.hpp"

#include <nlohmann/json.hpp>

#include <array>

#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"
#include "ops/mangopay-sandbox/world/notifications.hpp"

namespace mangopay_sandbox::hooks {

using nlohmann::json;
using namespace std::chrono;

namespace {

constexpr int failures_max = 100;

/// After the first attempt: every 10 minutes for an hour, every 8 hours for 3 days.
constexpr std::array<minutes, 15> retry_after = {
    minutes{10},  minutes{10},  minutes{10},  minutes{10},  minutes{10},
    minutes{10},  minutes{480}, minutes{480}, minutes{480}, minutes{480},
    minutes{480}, minutes{480}, minutes{480}, minutes{480}, minutes{480}};

bool is_url(const std::string& text)
{
    return text.starts_with("http://") || text.starts_with("https://");
}

void forget_deliveries(World& world, const std::string& hook)
{
    std::vector<std::string> owed;
    world.state.each(Kind::delivery, [&](const std::string& id, const json& delivery) {
        if (delivery.at("HookId") == hook) owed.push_back(id);
    });
    for (const auto& id : owed)
        world.state.erase(Kind::delivery, id);
}

} // namespace

Answer create(World& world, const Call& call)
{
    Fields fields(call);
    const auto event_type = fields.text("EventType");
    const auto url = fields.text("Url");
    const auto tag = fields.text_or("Tag", "");
    if (!url.empty() && !is_url(url)) fields.complain("Url", "The Url is not valid");
    if (of_type(world, event_type)) {
        fields.complain("EventType", "A hook has already been registered for this EventType");
    }
    fields.finish();
    const json hook = {{"Url", url},
                       {"Status", "ENABLED"},
                       {"Validity", "VALID"},
                       {"EventType", event_type},
                       {"Id", fresh_id(world, "hook_m_")},
                       {"Tag", tag.empty() ? json(nullptr) : json(tag)},
                       {"CreationDate", world.seconds()},
                       {"_Failures", 0}};
    save(world, Kind::hook, hook);
    return answer(shown(hook));
}

Answer edit(World& world, const Call& call)
{
    auto hook = find(world, Kind::hook, call.capture("id"));
    Fields fields(call);
    const auto url = fields.text_or("Url", hook.at("Url").get<std::string>());
    const auto status =
        fields.one_of("Status", {"ENABLED", "DISABLED"}, hook.at("Status").get<std::string>());
    if (!is_url(url)) fields.complain("Url", "The Url is not valid");
    if (fields.at("Validity")) fields.one_of("Validity", {"VALID"});
    fields.finish();
    if (fields.at("Validity") || (status == "ENABLED" && hook.at("Status") == "DISABLED")) {
        advance(world, Machine::hook, hook, Action::accept);
        hook["_Failures"] = 0;
    }
    hook["Url"] = url;
    hook["Status"] = status;
    if (const auto* tag = fields.at("Tag")) hook["Tag"] = *tag;
    save(world, Kind::hook, hook);
    return answer(shown(hook));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find(world, Kind::hook, call.capture("id"))));
}

Answer list(World& world, const Call& call)
{
    return page(call, collected(world, Kind::hook));
}

Answer events(World& world, const Call& call)
{
    constexpr auto kept = days{45};
    const auto oldest = world.seconds() - duration_cast<seconds>(kept).count();
    const auto after = seconds_parameter(call, "AfterDate");
    const auto before = seconds_parameter(call, "BeforeDate");
    for (const auto& [name, date] : {std::pair{"AfterDate", after}, {"BeforeDate", before}}) {
        if (date && *date < oldest) {
            throw param_error({{name, "Events older than 45 days can not be searched"}});
        }
    }
    const auto event_type = call.parameter("EventType");
    return page(call, collected(world, Kind::event, [&](const json& event) {
                    const auto date = event.at("Date").get<std::int64_t>();
                    return date >= oldest && (!after || date >= *after) &&
                           (!before || date <= *before) &&
                           (!event_type || event.at("EventType") == *event_type);
                }));
}

void record(World& world, const std::string& id, bool delivered)
{
    const auto* owed = world.state.maybe_find(Kind::delivery, id);
    if (!owed) return; // the hook became invalid meanwhile
    auto delivery = *owed;
    auto hook = find(world, Kind::hook, delivery.at("HookId").get<std::string>());
    const auto failures = delivered ? 0 : hook.at("_Failures").get<int>() + 1;
    hook["_Failures"] = failures;
    if (failures >= failures_max) advance(world, Machine::hook, hook, Action::refuse);
    save(world, Kind::hook, hook);

    const auto attempts = delivery.at("Attempts").get<std::size_t>() + 1;
    if (failures >= failures_max) {
        forget_deliveries(world, hook.at("Id").get<std::string>());
    } else if (delivered || attempts > retry_after.size()) {
        world.state.erase(Kind::delivery, id);
    } else {
        delivery["Attempts"] = attempts;
        delivery["_Due"] = domain::micros(world.now + retry_after[attempts - 1]);
        world.state.put(Kind::delivery, id, delivery);
    }
}

} // namespace mangopay_sandbox::hooks
