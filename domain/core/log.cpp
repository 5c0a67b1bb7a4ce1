#include "domain/core/log.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace domain {

namespace {

spdlog::logger& sink()
{
    static const auto logger = [] {
        auto made = spdlog::stderr_logger_mt("entremise");
        made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                          spdlog::pattern_time_type::utc);
        return made;
    }();
    return *logger;
}

spdlog::level::level_enum spelled(Level level)
{
    switch (level) {
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

} // namespace

void log(Level level, std::string_view event,
         std::initializer_list<std::pair<std::string_view, std::string>> pairs)
{
    if (!sink().should_log(spelled(level))) return;
    const auto quoted = [](std::string_view text) {
        return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    auto line = "\"event\":" + quoted(event);
    for (const auto& [name, value] : pairs)
        line += "," + quoted(name) + ":" + quoted(value);
    sink().log(spelled(level), line);
}

void log_nothing_below(Level level)
{
    sink().set_level(spelled(level));
}

} // namespace domain
