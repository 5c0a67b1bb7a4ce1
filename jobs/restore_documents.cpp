#include "jobs/restore_documents.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "invoicing/issuing/documents.hpp"
#include "invoicing/issuing/findings.hpp"
#include "invoicing/issuing/lost_file_store.hpp"

namespace jobs {

using namespace domain;
namespace issuing = invoicing::issuing;

namespace {

/// False when there is nothing to do, or nothing that could be done.
bool restored(Transaction& tx, const InvoiceId& id, issuing::Findings& found)
{
    try {
        const auto invoice = issuing::maybe_summary(tx, id);
        if (!invoice || issuing::maybe_document(tx, *invoice, found)) return false;
        issuing::document(tx, *invoice, found);
        return true;
    } catch (const Refused&) {
        // Damaged, which was found, or destroyed meanwhile.
    } catch (const Bug& bug) {
        log(Level::error, "document_unreadable", {{"id", id.text()}, {"cause", bug.what()}});
    }
    return false;
}

} // namespace

std::int64_t restore_documents(Context& context)
{
    std::int64_t count = 0;
    std::optional<issuing::Stretch> at = issuing::Stretch{};
    while ((at = context.db.read_latest(
                [&](Transaction& tx) { return issuing::next_stretch(tx, *at); }))) {
        for (const auto& id : at->lost) {
            issuing::Findings found;
            const bool is_back =
                context.db.transaction([&](Transaction& tx) { return restored(tx, id, found); });
            issuing::keep(context.db, found);
            count += is_back ? 1 : 0;
        }
    }
    return count;
}

} // namespace jobs
