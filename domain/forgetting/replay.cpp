#include "domain/forgetting/replay.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "domain/forgetting/key_destruction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::forgetting {

namespace {

constexpr int batch_max = 500;

/// Counts subjects, each once.
class Count {
public:
    void add(const Replayer& replayer, const std::string& subject)
    {
        if (!known_.insert(subject).second) return;
        if (returned_.one.empty()) returned_.one = subject;
        ++returned_.counts[std::string(replayer.what)];
    }

    Returned up_to(std::int64_t number)
    {
        returned_.looked_up_to = number;
        return std::move(returned_);
    }

private:
    std::set<std::string> known_;
    Returned returned_;
};

/// Hands the lines after `number` to `each`, with whoever knows such subjects, batch by batch.
template <typename Each>
std::int64_t walk(vault::Vault& vault, std::int64_t number, const std::vector<Replayer>& replayers,
                  Each&& each)
{
    while (true) {
        const auto batch = vault.keys().read_latest(
            [&](Transaction& keys) { return erasures_after(keys, number, batch_max); });
        for (const auto& erasure : batch) {
            for (const auto& replayer : replayers) {
                if (replayer.is_about(erasure.subject)) each(replayer, erasure);
            }
            number = erasure.number;
        }
        if (batch.size() < batch_max) return number;
    }
}

bool is_back(Database& db, const Replayer& replayer, const Erasure& erasure)
{
    return db.read_latest([&](Transaction& tx) { return replayer.is_back(tx, erasure); });
}

std::string sentence(const Returned& returned)
{
    std::string who;
    for (const auto& [what, count] : returned.counts)
        who += (who.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    return "the data hold again what was erased (" + who + "; " + returned.one +
           " among them): they are older than the key journal. `entremise --config FILE retention "
           "replay` erases it again";
}

} // namespace

Returned returned(Database& db, vault::Vault& vault, const std::vector<Replayer>& replayers)
{
    Count count;
    const auto seen = db.read_latest(erasures_seen);
    const auto last = walk(vault, seen, replayers, [&](const auto& replayer, const auto& erasure) {
        if (is_back(db, replayer, erasure)) count.add(replayer, erasure.subject);
    });
    return count.up_to(last);
}

std::int64_t require_nobody_back(Database& db, vault::Vault& vault,
                                 const std::vector<Replayer>& replayers)
{
    const auto found = returned(db, vault, replayers);
    if (!found.is_nobody()) throw std::runtime_error(sentence(found));
    return found.looked_up_to;
}

Returned replay(Database& db, vault::Vault& vault, const std::vector<Replayer>& replayers)
{
    Count count;
    const auto last = vault.keys().read_latest(last_erasure);
    walk(vault, 0, replayers, [&](const auto& replayer, const auto& erasure) {
        if (erasure.number > last || !is_back(db, replayer, erasure)) return;
        db.transaction([&](Transaction& tx) { replayer.erase(tx, erasure); });
        destroy_ordered_keys(db, vault);
        count.add(replayer, erasure.subject);
    });
    db.transaction([&](Transaction& tx) { note_seen(tx, last); });
    return count.up_to(last);
}

} // namespace domain::forgetting
