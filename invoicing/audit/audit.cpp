#include "invoicing/audit/audit.hpp"

#include <future>
#include <set>

#include "invoicing/audit/heads.hpp"
#include "invoicing/audit/keys.hpp"
#include "invoicing/audit/link_store.hpp"
#include "invoicing/audit/unlinked_store.hpp"

namespace invoicing::audit {

namespace {

using domain::Transaction;
using Page = std::vector<issuing::Evidence>;

/// Walks one series, hashing one page of links while the next is read.
class Reading {
public:
    Reading(Transaction& tx, const std::function<void(std::int64_t)>& walked)
        : tx_(tx), walked_(walked)
    {
    }

    void walk(Walk& walk, const std::string& series, std::int64_t last)
    {
        std::future<void> hashed;
        for (auto page = links_after(tx_, series, 0, last); !page.empty();) {
            const auto position = page.back().link.position;
            links_ += std::ssize(page);
            if (hashed.valid()) hashed.get();
            hashed = std::async(std::launch::async, [&walk, page = std::move(page)] {
                for (const auto& evidence : page)
                    walk.step(evidence);
            });
            walked_(links_);
            page = links_after(tx_, series, position, last);
        }
        if (hashed.valid()) hashed.get();
    }

private:
    Transaction& tx_;
    const std::function<void(std::int64_t)>& walked_;
    std::int64_t links_ = 0;
};

} // namespace

Report audit(Transaction& tx, const std::function<void(std::int64_t)>& walked)
{
    Report report;
    Known known;
    Reading reading(tx, walked);
    std::set<std::string> has_counter;
    for (const auto& counter : counters(tx)) {
        has_counter.insert(counter.series);
        Walk walk(counter.series, tx.now, report, known);
        reading.walk(walk, counter.series, counter.positions);
        walk.finish(&counter);
    }
    for (const auto& name : series_named(tx)) {
        if (has_counter.contains(name)) continue;
        const auto last = last_of(tx, name);
        report.add({name, last.number, last.position, Code::series_lost, {}});
        Walk walk(name, tx.now, report, known);
        reading.walk(walk, name, last.position);
        walk.finish(nullptr);
    }
    for (const auto& beyond : links_beyond(tx))
        report.add({beyond.series, beyond.number, beyond.position, Code::beyond_counter, {}});
    look_for_unlinked(tx, known, report);
    look_for_keys(tx, std::move(known), report);
    look_at_heads(tx, report);
    return report;
}

} // namespace invoicing::audit
