#include "invoicing/audit/audit.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include "domain/vault/vault.hpp"
#include "invoicing/audit/decided_store.hpp"
#include "invoicing/audit/heads.hpp"
#include "invoicing/audit/keys.hpp"
#include "invoicing/audit/link_store.hpp"
#include "invoicing/audit/unlinked_store.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

/// What walks have found so far.
struct Found {
    Report report;
    Known known;

    void add(Found more)
    {
        report.add(std::move(more.report));
        known.add(std::move(more.known));
    }
};

/// Hands what `links_after` gives to the walk, in its order. Of a long series the next links are
/// read while the last ones are hashed.
template <typename LinksAfter>
void step_all(Walk& walk, LinksAfter links_after)
{
    const auto step = [&walk](const std::vector<issuing::Evidence>& links) {
        for (const auto& link : links)
            walk.step(link);
    };
    auto links = links_after(0);
    while (links.size() == links_at_once) {
        const auto read = std::move(links);
        auto stepping = std::async(std::launch::async, [&] { step(read); });
        links = links_after(read.back().link.position);
        stepping.get();
    }
    step(links);
}

Found walked(Transaction& tx, const std::string& series)
{
    Found found;
    const auto counter = maybe_counter(tx, series);
    auto last = counter ? counter->positions : 0;
    if (!counter) {
        const auto lost = last_of(tx, series);
        found.report.add({series, lost.number, lost.position, Code::series_lost, {}});
        last = lost.position;
    }
    Walk walk(series, tx.now, found.report, found.known);
    step_all(walk, [&](std::int64_t after) { return links_after(tx, series, after, last); });
    walk.finish(counter ? &*counter : nullptr);
    return found;
}

/// What no walk of a series sees.
Report finished(Transaction& tx, Found found, series::Anchors anchors)
{
    auto& report = found.report;
    for (const auto& beyond : links_beyond(tx))
        report.add({beyond.series, beyond.number, beyond.position, Code::beyond_counter, {}});
    look_for_unlinked(tx, found.known, report);
    look_for_undecided(tx, report);
    look_for_keys(tx, std::move(found.known), report);
    look_at_heads(tx, std::move(anchors), report);
    report.sort();
    return std::move(report);
}

series::Anchors anchors_of(Transaction& tx)
{
    return tx.vault.keys().read_latest(series::all_anchors);
}

/// Walks of several series at once.
class Walkers {
public:
    Walkers(Database& db, const std::function<void(std::int64_t)>& heard) : db_(db), heard_(heard)
    {
    }

    Found all(const std::vector<std::string>& series)
    {
        std::vector<std::future<void>> walkers;
        const auto at_once = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
        for (std::size_t i = 0; i < std::min(at_once, series.size()); ++i)
            walkers.push_back(std::async(std::launch::async, [&] { walk_some(series); }));
        for (auto& walker : walkers)
            walker.get();
        return std::move(found_);
    }

private:
    void walk_some(const std::vector<std::string>& series)
    {
        for (auto at = next_++; at < series.size(); at = next_++) {
            auto found = db_.read_latest([&](Transaction& tx) { return walked(tx, series[at]); });
            const std::lock_guard lock(mutex_);
            links_ += found.report.series[series[at]].links;
            found_.add(std::move(found));
            heard_(links_);
        }
    }

    Database& db_;
    const std::function<void(std::int64_t)>& heard_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::int64_t links_ = 0;
    Found found_;
};

} // namespace

Report audit(Transaction& tx)
{
    Found found;
    auto anchors = anchors_of(tx); // before anything of the data: these may only be ahead
    for (const auto& series : series_named(tx))
        found.add(walked(tx, series));
    return finished(tx, std::move(found), std::move(anchors));
}

Report audit(Database& db, const std::function<void(std::int64_t)>& heard)
{
    const auto anchors = db.read_latest(anchors_of); // before anything of the data
    const auto series = db.read_latest(series_named);
    const auto found = Walkers(db, heard).all(series);
    return db.read_latest([&](Transaction& tx) { return finished(tx, found, anchors); });
}

} // namespace invoicing::audit
