#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <functional>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace api {

/// What /metrics shows. Labels are route patterns and codes, never ids.
class Metrics {
public:
    Metrics();

    /// `operation` must outlive this object: it is the route table's own text.
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

    /// The instruments of one operation and status: looking them up by label costs more than
    /// the request it counts.
    struct Instruments {
        prometheus::Counter* requests = nullptr;
        prometheus::Histogram* seconds = nullptr;
    };
    Instruments instruments_of(std::string_view operation, int status);

    std::shared_mutex mutex_;
    std::map<std::pair<std::string_view, int>, Instruments> instruments_;
    prometheus::Registry registry_;
    prometheus::Family<prometheus::Counter>& requests_;
    prometheus::Family<prometheus::Histogram>& durations_;
    std::vector<Watched> watched_;
};

} // namespace api
