#include "invoicing/audit/keys.hpp"

#include <algorithm>

#include "domain/forgetting/erasure_journal.hpp"
#include "domain/vault/vault.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

void look_again(Transaction& tx, const std::string& invoice_id, Report& report)
{
    const bool was_destroyed = tx.vault.keys().read_latest(
        [&](Transaction& keys) { return forgetting::was_erased(keys, invoice_id); });
    for (const auto& evidence : issuing::evidence_of(tx, invoice_id)) {
        const auto& link = evidence.link;
        // Destroyed since the walk went by.
        if (!evidence.is_of_invoice() || !evidence.has_row || evidence.destruction_ordered_at)
            continue;
        Fault fault{link.series, link.number, link.position, Code::key_lost, {}};
        if (was_destroyed) {
            fault.code = Code::kept_after_order;
            fault.about = "destroyed once, and put back with older data";
        }
        report.add(std::move(fault));
    }
}

} // namespace

void look_for_keys(Transaction& tx, Known known, Report& report)
{
    constexpr int at_once = 10'000;
    auto& ids = known.to_be_opened;
    std::ranges::sort(ids);
    std::vector<bool> has_key(ids.size());
    std::string after;
    for (auto some = tx.vault.subjects_of(Category::document, after, at_once); !some.empty();
         some = tx.vault.subjects_of(Category::document, after, at_once)) {
        for (const auto& subject : some) {
            const auto found = std::ranges::lower_bound(ids, subject);
            if (found != ids.end() && *found == subject)
                has_key[static_cast<std::size_t>(found - ids.begin())] = true;
        }
        after = some.back();
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (!has_key[i]) look_again(tx, ids[i], report);
    }
}

} // namespace invoicing::audit
