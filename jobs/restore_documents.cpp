#include "jobs/restore_documents.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/documents.hpp"
#include "invoicing/issuing/lost_file_store.hpp"

namespace jobs {

using namespace domain;
namespace issuing = invoicing::issuing;

namespace {

/// False when there is nothing to do, or nothing that could be done.
bool restored(Transaction& tx, const InvoiceId& id)
{
    try {
        const auto invoice = issuing::maybe_summary(tx, id);
        if (!invoice || issuing::maybe_document(tx, *invoice)) return false;
        issuing::document(tx, *invoice);
        return true;
    } catch (const issuing::Damaged& damaged) {
        issuing::log_damaged(damaged);
    } catch (const Refused&) {
        // Destroyed meanwhile.
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
            const bool is_back =
                context.db.transaction([&](Transaction& tx) { return restored(tx, id); });
            count += is_back ? 1 : 0;
        }
    }
    return count;
}

} // namespace jobs
