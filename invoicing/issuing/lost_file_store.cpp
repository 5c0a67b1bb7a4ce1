#include "invoicing/issuing/lost_file_store.hpp"

#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/file_store.hpp"

namespace invoicing::issuing {

using domain::Transaction;

std::optional<Stretch> next_stretch(Transaction& tx, const Stretch& before)
{
    constexpr int at_once = 1000;
    const auto files = tx.all<Evidence>(select_evidence(R"(c.entry = 'file' AND d.ordered_at IS NULL
           AND (c.series, c.position) > (:series, :position)
         ORDER BY c.series, c.position
         LIMIT :limit)"),
                                        before.series, before.position, at_once);
    if (files.empty()) return {};
    Stretch next{files.back().link.series, files.back().link.position};
    for (const auto& file : files) {
        const auto id = domain::InvoiceId::parse(file.link.invoice_id);
        const bool is_there = file.has_file && file.pieces == pieces_of(file.file.size);
        if (id && !is_there) next.lost.push_back(*id);
    }
    return next;
}

} // namespace invoicing::issuing
