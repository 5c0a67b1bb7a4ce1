#include "invoicing/archive/exported.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/findings.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

enum class Lost : std::uint8_t { is_told, is_restored };

/// Fills in what is given out of a document; nothing when its PDF is to be restored and is only
/// told.
bool take(Transaction& tx, const issuing::Evidence& issued, Lost lost, Exported& one)
{
    const auto invoice = issuing::summary_of(tx, issued, one.found);
    one.xml = issuing::xml(tx, invoice, one.found);
    if (one.links.size() > 1) {
        one.pdf = lost == Lost::is_restored ? issuing::document(tx, invoice, one.found)
                                            : issuing::maybe_document(tx, invoice, one.found);
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

std::vector<issuing::Damage> Exported::all_damages() const
{
    std::vector<issuing::Damage> all;
    for (const auto& finding : found.all())
        all.insert(all.end(), finding.damages.begin(), finding.damages.end());
    return all;
}

std::vector<std::string> Exported::remade() const
{
    std::vector<std::string> all;
    for (const auto& finding : found.all()) {
        if (finding.is_remade)
            all.emplace_back(finding.look == issuing::Look::file ? "pdf" : "xml");
    }
    return all;
}

Exported exported(Database& db, const Reached& reached)
{
    auto one = db.read([&](Transaction& tx) { return read(tx, reached, Lost::is_told); });
    if (!one) {
        // A restored file has a link of its own where it rests beside: read after it is written.
        const auto restored =
            db.transaction([&](Transaction& tx) { return read(tx, reached, Lost::is_restored); });
        one = db.transaction([&](Transaction& tx) { return read(tx, reached, Lost::is_restored); });
        check(restored && one, "what was lost is restored, or told");
        one->found = restored->found; // that it was made again
    }
    issuing::keep(db, one->found);
    return std::move(*one);
}

} // namespace invoicing::archive
