#include "invoicing/issuing/finding_store.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace invoicing::issuing {

namespace {

using namespace domain;

constexpr std::chrono::days told_for{7};

/// What is kept of a document, and is not resolved.
struct Kept {
    std::string damage;
    bool is_remade = false;
    auto fields() { return std::tie(damage, is_remade); }
};

std::vector<Kept> kept_of(Transaction& tx, const Finding& finding)
{
    return tx.all<Kept>(R"(
        SELECT damage, CASE WHEN remade_at IS NULL THEN 0 ELSE 1 END
          FROM document_damages
         WHERE invoice_id = :id AND part = :part AND resolved_at IS NULL)",
                        finding.link.invoice_id, name(finding.look));
}

bool is_found(const Kept& kept, const Finding& finding)
{
    return std::ranges::any_of(finding.damages,
                               [&](Damage damage) { return name(damage) == kept.damage; });
}

} // namespace

bool is_news(Transaction& tx, const Finding& finding)
{
    const auto kept = kept_of(tx, finding);
    return kept.size() != finding.damages.size() ||
           !std::ranges::all_of(kept, [&](const Kept& one) {
               return one.is_remade == finding.is_remade && is_found(one, finding);
           });
}

void write(Transaction& tx, const Finding& finding)
{
    const auto& id = finding.link.invoice_id;
    for (const auto& kept : kept_of(tx, finding)) {
        if (is_found(kept, finding)) continue;
        tx.run(R"(
            UPDATE document_damages
               SET resolved_at = :now
             WHERE invoice_id = :id AND part = :part AND damage = :damage)",
               tx.now, id, name(finding.look), kept.damage);
    }
    const auto remade_at = finding.is_remade ? std::optional(tx.now) : std::nullopt;
    for (const auto damage : finding.damages) {
        tx.run(R"(
            INSERT INTO document_damages (invoice_id, part, damage, found_at, remade_at)
            SELECT :id, :part, :damage, :now, :remade_at
             WHERE NOT EXISTS (SELECT 1 FROM destruction_orders d WHERE d.object_id = :id)
            ON CONFLICT (invoice_id, part, damage) DO UPDATE
               SET found_at = CASE WHEN document_damages.resolved_at IS NULL
                                   THEN document_damages.found_at ELSE excluded.found_at END,
                   remade_at = excluded.remade_at, resolved_at = NULL)",
               id, name(finding.look), name(damage), tx.now, remade_at);
    }
}

DamagedCount count_damaged(Transaction& tx)
{
    return tx.one<DamagedCount>(R"(
        SELECT COUNT(DISTINCT CASE WHEN resolved_at IS NULL AND remade_at IS NULL
                                   THEN invoice_id END),
               COUNT(DISTINCT CASE WHEN remade_at > :since THEN invoice_id END)
          FROM document_damages)",
                                tx.now - told_for);
}

std::vector<KeptDamage> all_kept(Transaction& tx)
{
    return tx.all<KeptDamage>(R"(
        SELECT COALESCE(c.series, ''), COALESCE(c.number, ''), k.invoice_id, k.part, k.damage,
               k.found_at, k.remade_at, k.resolved_at
          FROM document_damages k
          LEFT JOIN invoice_chain c ON c.invoice_id = k.invoice_id AND c.entry = 'invoice'
         WHERE k.resolved_at IS NULL OR k.remade_at > :since
         ORDER BY c.series, c.position, k.invoice_id, k.part, k.damage)",
                              tx.now - told_for);
}

} // namespace invoicing::issuing
