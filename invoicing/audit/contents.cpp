#include "invoicing/audit/contents.hpp"

#include "invoicing/audit/link_store.hpp"

namespace invoicing::audit {

namespace {

using domain::Transaction;

/// The damages of one link, each once with what the walk named already.
void name_all(const Link& link, const std::vector<issuing::Damage>& damages, Report& report)
{
    for (const auto damage : damages) {
        const auto code = code_of(damage);
        if (!report.names(link.number, code))
            report.add({link.series, link.number, link.position, code, {}});
    }
}

void look_at(Transaction& tx, const std::string& invoice_id, Report& report)
{
    const auto links = issuing::evidence_of(tx, invoice_id);
    for (const auto& evidence : links) {
        if (!evidence.is_of_invoice()) {
            if (evidence.has_file)
                name_all(evidence.link, issuing::damages_of_file(tx, evidence), report);
        } else if (evidence.has_row) {
            name_all(evidence.link, issuing::damages_of(tx, links), report);
        }
    }
}

} // namespace

std::optional<std::string> look_inside(Transaction& tx, const std::string& after, Report& report)
{
    const auto ids = documents_after(tx, after, looked_at_once);
    for (const auto& id : ids)
        look_at(tx, id, report);
    if (ids.empty()) return {};
    return ids.back();
}

} // namespace invoicing::audit
