#include "ops/commands/series.hpp"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "invoicing/issuing/series_audit.hpp"

namespace ops::commands {

using namespace domain;
using nlohmann::ordered_json;

namespace {

/// Tells a person at a terminal that something is going on, from the second second on.
class Progress {
public:
    void operator()(std::int64_t links)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!is_terminal_ || now < next_) return;
        next_ = now + std::chrono::milliseconds{500};
        std::cerr << "\r" << links << " links walked" << std::flush;
        shown_ = true;
    }
    ~Progress()
    {
        if (shown_) std::cerr << "\r\033[K";
    }

private:
    bool is_terminal_ = isatty(STDERR_FILENO) == 1;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_ =
        std::chrono::steady_clock::now() + std::chrono::seconds{2};
};

ordered_json view(const invoicing::issuing::SeriesFinding& finding)
{
    return {{"series", finding.series},
            {"invoices", finding.invoices},
            {"destroyed", finding.destroyed},
            {"destroyed_without_order", finding.destroyed_without_order},
            {"gaps", finding.gaps},
            {"dups", finding.duplicates},
            {"without_document", finding.without_document},
            {"order", finding.in_order ? "ok" : "broken"},
            {"chain", finding.chain_holds ? "ok" : "broken"},
            {"records", finding.records_match ? "ok" : "broken"},
            {"counter", finding.counter_agrees ? "ok" : "broken"}};
}

void print(const invoicing::issuing::SeriesReport& report)
{
    for (const auto& finding : report.series) {
        const auto row = view(finding);
        for (const auto& [key, value] : row.items()) {
            std::cout << (key == "series" ? "" : " ") << key << "="
                      << (value.is_string() ? value.get<std::string>() : value.dump());
        }
        std::cout << "\n";
    }
    std::cout << (report.is_clean() ? "every series is whole\n" : "WRONG: see above\n");
}

} // namespace

int series_audit(Installation& installation, bool as_json)
{
    invoicing::issuing::SeriesReport report;
    {
        Progress progress;
        report = installation.db.read([&](Transaction& tx) {
            return invoicing::issuing::audit(tx, [&](std::int64_t links) { progress(links); });
        });
    }
    if (as_json) {
        ordered_json all = ordered_json::array();
        for (const auto& finding : report.series)
            all.push_back(view(finding));
        std::cout << ordered_json{{"clean", report.is_clean()}, {"series", all}}.dump(2) << "\n";
    } else {
        print(report);
    }
    return report.is_clean() ? 0 : 1;
}

} // namespace ops::commands
