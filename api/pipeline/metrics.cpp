#include "api/pipeline/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <limits>
#include <map>
#include <mutex>
#include <shared_mutex>

namespace api {

namespace {

/// What cannot be read just now is not a number; the other metrics are still of use.
double value_of(const std::function<double()>& read)
{
    try {
        return read();
    } catch (const std::exception&) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace

struct Metrics::Registered {
    struct Watched {
        prometheus::Gauge* gauge;
        std::function<double()> read;
    };

    /// The instruments of one operation and status: looking them up by label costs more than
    /// the request it counts.
    struct Instruments {
        prometheus::Counter* requests = nullptr;
        prometheus::Histogram* seconds = nullptr;
    };

    Instruments instruments_of(std::string_view operation, int status);

    std::shared_mutex mutex;
    std::map<std::pair<std::string_view, int>, Instruments> instruments{};
    prometheus::Registry registry{};
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("entremise_requests_total")
            .Help("Answered requests by operation and status")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        prometheus::BuildHistogram()
            .Name("entremise_request_seconds")
            .Help("Time from the whole request read to its answer written")
            .Register(registry);
    std::mutex watched_mutex{};
    std::vector<Watched> watched{};
};

Metrics::Registered::Instruments Metrics::Registered::instruments_of(std::string_view operation,
                                                                     int status)
{
    const std::pair key{operation, status};
    {
        const std::shared_lock lock(mutex);
        const auto found = instruments.find(key);
        if (found != instruments.end()) return found->second;
    }
    static const prometheus::Histogram::BucketBoundaries buckets = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    const std::string name(operation);
    const std::unique_lock lock(mutex);
    auto& made = instruments[key];
    made.requests = &requests.Add({{"operation", name}, {"status", std::to_string(status)}});
    made.seconds = &durations.Add({{"operation", name}}, buckets);
    return made;
}

Metrics::Metrics() : registered_(std::make_unique<Registered>()) {}

Metrics::~Metrics() = default;

void Metrics::answered(std::string_view operation, int status, std::chrono::microseconds took)
{
    const auto instruments = registered_->instruments_of(operation, status);
    instruments.requests->Increment();
    instruments.seconds->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::watch(const std::string& name, const std::string& help, std::function<double()> read,
                    const std::map<std::string, std::string>& labels)
{
    auto& gauge =
        prometheus::BuildGauge().Name(name).Help(help).Register(registered_->registry).Add(labels);
    const std::scoped_lock lock(registered_->watched_mutex);
    registered_->watched.push_back({&gauge, std::move(read)});
}

std::string Metrics::text()
{
    {
        const std::scoped_lock lock(registered_->watched_mutex);
        for (const auto& watched : registered_->watched)
            watched.gauge->Set(value_of(watched.read));
    }
    return prometheus::TextSerializer().Serialize(registered_->registry.Collect());
}

} // namespace api
