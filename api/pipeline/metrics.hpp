#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace api {

/// What /metrics shows. Labels are route patterns and codes, never ids.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// `operation` must outlive this object: it is the route table's own text.
    void answered(std::string_view operation, int status, std::chrono::microseconds took);

    /// A value read at every scrape. The same name may be watched for several labels, and while it
    /// is being served.
    void watch(const std::string& name, const std::string& help, std::function<double()> read,
               const std::map<std::string, std::string>& labels = {});

    /// Prometheus's text format 0.0.4.
    std::string text();

private:
    struct Registered; // what the library counts with: its headers stay out of everybody's
    std::unique_ptr<Registered> registered_;
};

} // namespace api
