#include "ops/commands/series.hpp"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "invoicing/audit/audit.hpp"
#include "invoicing/audit/contents.hpp"

namespace ops::commands {

using namespace domain;
using invoicing::audit::Fault;
using invoicing::audit::Report;
using nlohmann::ordered_json;

namespace {

/// Tells a person at a terminal that something is going on, from the second second on.
class Progress {
public:
    void operator()(std::int64_t count, const char* what)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!is_terminal_ || now < next_) return;
        next_ = now + std::chrono::milliseconds{500};
        std::cerr << "\r\033[K" << count << what << std::flush;
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

Report audited(Installation& installation, bool deep, FoundDamaged& found)
{
    Progress progress;
    auto report = invoicing::audit::audit(
        installation.db, [&](std::int64_t links) { progress(links, " links walked"); });
    if (!deep) return report;
    // A few at a time: nothing else waits for as long as all of it takes.
    std::int64_t documents = 0;
    for (std::optional<std::string> at = ""; at; documents += invoicing::audit::looked_at_once) {
        progress(documents, " documents opened");
        invoicing::issuing::Findings some;
        at = installation.db.read_latest(
            [&](Transaction& tx) { return invoicing::audit::look_inside(tx, *at, report, some); });
        if (some.has_news()) found.push_back(std::move(some));
    }
    return report;
}

ordered_json view(const std::string& series, const invoicing::audit::SeriesLine& line)
{
    return {{"series", series},    {"invoices", line.invoices},   {"destroyed", line.destroyed},
            {"links", line.links}, {"signed", line.signed_up_to}, {"faults", line.faults}};
}

ordered_json view(const Fault& fault)
{
    return {{"series", fault.series},       {"number", fault.number},
            {"position", fault.position},   {"fault", name(fault.code)},
            {"means", meaning(fault.code)}, {"about", fault.about}};
}

void print(const Fault& fault)
{
    std::cout << (fault.series.empty() ? "-" : fault.series) << "  "
              << (fault.number.empty() ? "-" : fault.number) << "  ";
    if (fault.position > 0) std::cout << "position " << fault.position << "  ";
    std::cout << name(fault.code) << ": " << meaning(fault.code)
              << (fault.about.empty() ? "" : " (" + fault.about + ")") << "\n";
}

void print(const Report& report)
{
    for (const auto& [series, line] : report.series) {
        const auto row = view(series, line);
        for (const auto& [key, value] : row.items()) {
            std::cout << (key == "series" ? "" : " ") << key << "="
                      << (value.is_string() ? value.get<std::string>() : value.dump());
        }
        std::cout << "\n";
    }
    for (const auto& fault : report.faults())
        print(fault);
    std::cout << (report.is_clean() ? "every series is whole\n"
                                    : "WRONG: " + std::to_string(report.faults().size()) +
                                          " faults, see above\n");
}

void print_json(const Report& report, bool deep)
{
    auto series = ordered_json::array();
    for (const auto& [name, line] : report.series)
        series.push_back(view(name, line));
    auto faults = ordered_json::array();
    for (const auto& fault : report.faults())
        faults.push_back(view(fault));
    std::cout << ordered_json{{"clean", report.is_clean()},
                              {"deep", deep},
                              {"series", series},
                              {"faults", faults}}
                     .dump(2)
              << "\n";
}

} // namespace

int series_audit(Installation& installation, const AuditOptions& options, FoundDamaged& found)
{
    const auto report = audited(installation, options.deep, found);
    if (options.json) {
        print_json(report, options.deep);
    } else {
        print(report);
    }
    return report.is_clean() ? 0 : 1;
}

} // namespace ops::commands
