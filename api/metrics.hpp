#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace api {

/// What /metrics shows. Labels are route patterns and codes, never ids.
class Metrics {
public:
    Metrics();

    void answered(std::string_view operation, int status, std::chrono::microseconds took);

    /// A value read at every scrape.
    void watch(const std::string& name, const std::string& help, std::function<double()> read);

    /// Prometheus's text format 0.0.4.
    std::string text();

private:
    struct Watched {
        prometheus::Gauge* gauge;
        std::function<double()> read;
    };

    prometheus::Registry registry_;
    prometheus::Family<prometheus::Counter>& requests_;
    prometheus::Family<prometheus::Histogram>& durations_;
    std::vector<Watched> watched_;
};

} // namespace api
