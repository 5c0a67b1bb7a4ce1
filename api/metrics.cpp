#include "api/metrics.hpp"

#include <prometheus/text_serializer.h>

namespace api {

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

void Metrics::answered(std::string_view operation, int status, std::chrono::microseconds took)
{
    static const prometheus::Histogram::BucketBoundaries buckets = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    const std::string name(operation);
    requests_.Add({{"operation", name}, {"status", std::to_string(status)}}).Increment();
    durations_.Add({{"operation", name}}, buckets)
        .Observe(std::chrono::duration<double>(took).count());
}

void Metrics::watch(const std::string& name, const std::string& help, std::function<double()> read)
{
    auto& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add({});
    watched_.push_back({&gauge, std::move(read)});
}

std::string Metrics::text()
{
    for (const auto& watched : watched_)
        watched.gauge->Set(watched.read());
    return prometheus::TextSerializer().Serialize(registry_.Collect());
}

} // namespace api
