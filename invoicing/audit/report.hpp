#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "invoicing/audit/fault.hpp"

namespace invoicing::audit {

/// One series, recounted from its rows.
struct SeriesLine {
    std::int64_t links = 0;
    std::int64_t invoices = 0;  // numbers ever given
    std::int64_t destroyed = 0; // of them, gone under an order
    std::int64_t signed_up_to =
        0; // position of the last head: what came after is in nobody's hands yet
    std::int64_t faults = 0;
};

/// Everything an audit found. Every fault stands in it; the walk goes on after each.
class Report {
public:
    std::map<std::string, SeriesLine> series; // by name

    const std::vector<Fault>& faults() const { return faults_; }
    bool is_clean() const { return faults_.empty(); }

    void add(Fault fault)
    {
        if (!fault.series.empty()) ++series[fault.series].faults;
        named_.emplace(fault.number, fault.code);
        named_.emplace(fault.series, fault.code);
        faults_.push_back(std::move(fault));
    }

    void add(Report more)
    {
        for (const auto& [name, line] : more.series) {
            series[name] = line;
            series[name].faults = 0; // counted as they are added
        }
        for (auto& fault : more.faults_)
            add(std::move(fault));
    }

    /// By series, in the order of finding within each.
    void sort() { std::ranges::stable_sort(faults_, {}, &Fault::series); }

    /// Whether a fault of that kind stands at that number, or in that series, already: no number is
    /// the name of a series.
    bool names(const std::string& number_or_series, Code code) const
    {
        return named_.contains({number_or_series, code});
    }

private:
    std::vector<Fault> faults_;
    std::set<std::pair<std::string, Code>> named_;
};

} // namespace invoicing::audit
