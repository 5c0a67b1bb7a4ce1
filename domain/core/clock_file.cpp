#include "domain/core/clock_file.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

namespace domain {

namespace {

using namespace std::chrono;

Instant system_now()
{
    return time_point_cast<microseconds>(system_clock::now());
}

/// What a line of the file says: either a distance from the system's time, or an instant.
struct Setting {
    microseconds offset{0};
    std::optional<Instant> frozen{};

    Instant now() const { return frozen ? *frozen : system_now() + offset; }
};

std::optional<Setting> parse_setting(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    if (line == "system") return Setting{};
    if (line.starts_with('@')) {
        const auto instant = parse_instant(line.substr(1));
        if (!instant) return {};
        return Setting{microseconds{0}, instant};
    }
    if (!line.starts_with('+') && !line.starts_with('-')) return {};
    std::int64_t distance = 0;
    const char* end = line.data() + line.size();
    const auto [at, error] = std::from_chars(line.data() + 1, end, distance);
    if (error != std::errc{} || at != end || distance < 0) return {};
    return Setting{microseconds{line.front() == '-' ? -distance : distance}, {}};
}

class FileClock {
public:
    explicit FileClock(std::filesystem::path path) : path_(std::move(path))
    {
        if (!read()) {
            throw std::invalid_argument("the clock file " + path_.string() +
                                        " must hold \"system\", \"+microseconds\", "
                                        "\"-microseconds\" or \"@RFC3339 instant\"");
        }
    }

    Instant now()
    {
        const std::lock_guard lock(mutex_);
        const auto moment = steady_clock::now();
        if (moment - looked_ >= milliseconds{50}) {
            looked_ = moment;
            if (changed()) read();
        }
        return setting_.now();
    }

private:
    bool changed() const
    {
        std::error_code error;
        const auto written = std::filesystem::last_write_time(path_, error);
        return !error && written != written_;
    }

    bool read()
    {
        std::error_code error;
        const auto written = std::filesystem::last_write_time(path_, error);
        std::ifstream file(path_);
        std::string line;
        if (error || !std::getline(file, line)) return false;
        const auto setting = parse_setting(line);
        if (!setting) return false;
        setting_ = *setting;
        written_ = written;
        return true;
    }

    const std::filesystem::path path_;
    std::mutex mutex_;
    Setting setting_;
    std::filesystem::file_time_type written_{};
    steady_clock::time_point looked_{};
};

} // namespace

Clock clock_from(std::string_view specification)
{
    if (specification == "system") return system_now;
    constexpr std::string_view prefix = "file:";
    if (!specification.starts_with(prefix) || specification.size() == prefix.size()) {
        throw std::invalid_argument("the clock must be \"system\" or \"file:PATH\"");
    }
    const auto clock =
        std::make_shared<FileClock>(std::filesystem::path(specification.substr(prefix.size())));
    return [clock] { return clock->now(); };
}

} // namespace domain
