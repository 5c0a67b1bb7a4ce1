#include "invoicing/archive/exported.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "invoicing/issuing/damaged.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

enum class Lost : std::uint8_t { is_told, is_restored };

/// Fills in what is given out of a whole document; nothing when its PDF was lost and is only told.
bool take(Transaction& tx, const issuing::Evidence& issued, Lost lost, Exported& one)
{
    const auto invoice = issuing::summary_of(tx, issued);
    one.xml = issuing::xml(tx, invoice);
    if (one.links.size() > 1) {
        one.pdf = lost == Lost::is_restored ? issuing::document(tx, invoice)
                                            : issuing::maybe_document(tx, invoice);
        if (!one.pdf) return false;
    }
    one.invoice = invoice;
    return true;
}

std::optional<Exported> read(Transaction& tx, const Reached& reached, Lost lost)
{
    Exported one{.link = reached.link(), .direction = reached.direction};
    for (auto& evidence : issuing::evidence_of(tx, one.link.invoice_id)) {
        auto before = issuing::hash_before(tx, evidence.link);
        one.links.push_back({std::move(evidence), std::move(before)});
    }
    if (reached.evidence.destruction_ordered_at) return one;
    try {
        if (!take(tx, reached.evidence, lost, one)) return {};
    } catch (const issuing::Damaged& damaged) {
        one.damage = damaged.damage();
    } catch (const Refused&) {
        // Destroyed meanwhile.
    } catch (const Bug& bug) {
        log(Level::error, "document_unreadable",
            {{"id", one.link.invoice_id}, {"cause", bug.what()}});
        one.damage = issuing::Damage::record_changed;
    }
    return one;
}

} // namespace

Exported exported(Database& db, const Reached& reached)
{
    auto one = db.read([&](Transaction& tx) { return read(tx, reached, Lost::is_told); });
    if (!one) {
        // A restored file has a link of its own where it is a duplicate: read after it is written.
        db.transaction([&](Transaction& tx) { read(tx, reached, Lost::is_restored); });
        one = db.transaction([&](Transaction& tx) { return read(tx, reached, Lost::is_restored); });
    }
    check(one.has_value(), "what was lost is restored, or told");
    return std::move(*one);
}

} // namespace invoicing::archive
