#include "invoicing/issuing/findings.hpp"

#include <exception>

#include "domain/core/log.hpp"
#include "invoicing/issuing/finding_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

/// What is given out all the same is told once; what is not, each time that somebody asks for it.
void tell(const Finding& finding)
{
    if (finding.is_remade && !finding.is_news) return;
    const auto& link = finding.link;
    for (const auto damage : finding.damages) {
        log(Level::error, finding.is_remade ? "document_remade" : "document_damaged",
            {{"series", link.series},
             {"number", link.number},
             {"id", link.invoice_id},
             {"damage", std::string(name(damage))}});
    }
}

} // namespace

void keep(Database& db, const Findings& found)
{
    for (const auto& finding : found.all())
        tell(finding);
    if (!found.has_news()) return;
    try {
        db.transaction([&](Transaction& tx) {
            for (const auto& finding : found.all()) {
                if (finding.is_news) write(tx, finding);
            }
        });
    } catch (const std::exception& failure) {
        log(Level::error, "damage_not_kept", {{"cause", failure.what()}});
    }
}

} // namespace invoicing::issuing
