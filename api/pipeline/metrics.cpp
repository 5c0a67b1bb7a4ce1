#include "api/pipeline/metrics.hpp"

#include <prometheus/text_serializer.h>

#include <limits>

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

Metrics::Metrics()
    : requests_(prometheus::BuildCounter()
                    .Name("entremise_requests_total")
                    .Help("Answered requests by operation and status")
                    .Register(registry_)),
      durations_(prometheus::BuildHistogram()
                     .Name("entremise_request_seconds")
                     .Help("Time from the whole request read to its answer written")
                     .Register(registry_))
{
}

Metrics::Instruments Metrics::instruments_of(std::string_view operation, int status)
{
    const std::pair key{operation, status};
    {
        const std::shared_lock lock(mutex_);
        const auto found = instruments_.find(key);
        if (found != instruments_.end()) return found->second;
    }
    static const prometheus::Histogram::BucketBoundaries buckets = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    const std::string name(operation);
    const std::unique_lock lock(mutex_);
    auto& instruments = instruments_[key];
    instruments.requests =
        &requests_.Add({{"operation", name}, {"status", std::to_string(status)}});
    instruments.seconds = &durations_.Add({{"operation", name}}, buckets);
    return instruments;
}

void Metrics::answered(std::string_view operation, int status, std::chrono::microseconds took)
{
    const auto instruments = instruments_of(operation, status);
    instruments.requests->Increment();
    instruments.seconds->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::watch(const std::string& name, const std::string& help, std::function<double()> read)
{
    auto& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add({});
    watched_.push_back({&gauge, std::move(read)});
}

std::string Metrics::text()
{
    for (const auto& watched : watched_)
        watched.gauge->Set(value_of(watched.read));
    return prometheus::TextSerializer().Serialize(registry_.Collect());
}

} // namespace api
