#include "invoicing/issuing/intact.hpp"

#include <algorithm>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/forgetting/erasure_journal.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/model/invoice.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

/// Each once, in the order of finding.
class Found {
public:
    void add_if(bool is_so, Damage damage)
    {
        if (is_so && std::ranges::find(all, damage) == all.end()) all.push_back(damage);
    }
    void add(std::optional<Damage> damage)
    {
        if (damage) add_if(true, *damage);
    }

    std::vector<Damage> all;
};

bool follows(Transaction& tx, const Link& link)
{
    return hash_of(link, hash_before(tx, link)) == link.hash;
}

/// Whether the chain breaks at this link. Where the one before is gone or does not follow itself,
/// it breaks there: a document keeps no other from being read.
bool breaks(Transaction& tx, const Link& link)
{
    if (follows(tx, link)) return false;
    const auto before = link_before(tx, link);
    return before ? follows(tx, *before) : link.position == 1;
}

/// A key that is gone was lost, unless the journal beside the keys says that it was destroyed: then
/// these are data put back from before.
std::optional<Damage> of_missing_key(Transaction& tx, const InvoiceId& id)
{
    const bool was_destroyed = tx.vault.keys().read_latest(
        [&](Transaction& keys) { return forgetting::was_erased(keys, id.text()); });
    if (was_destroyed) return {};
    return Damage::key_lost;
}

/// Whether what `read` opens has that hash. What does not open where it was sealed is `changed`;
/// what nothing opens has lost its key.
template <typename Read>
std::optional<Damage> damage_in(Transaction& tx, const InvoiceId& id, const std::string& sha256,
                                Damage changed, Read read)
{
    try {
        const auto text = read();
        if (!text) return of_missing_key(tx, id);
        if (sha256_hex(*text) != sha256) return changed;
        return {};
    } catch (const Bug&) {
        return tx.vault.has_key(id.text(), Category::document) ? changed : Damage::key_lost;
    }
}

/// Whether the row says of the document what the sealed record says.
bool agrees(const Columns& row, const std::string& record)
{
    try {
        const auto invoice = invoice_of(record);
        return row.number == invoice.number && row.kind == name(invoice.kind) &&
               row.issued_at == invoice.issued_at && row.issue_day == to_text(invoice.issue_day) &&
               row.currency == code(invoice.currency) &&
               row.net_minor == invoice.totals.net.minor() &&
               row.vat_minor == invoice.totals.vat.minor() &&
               row.gross_minor == invoice.totals.gross.minor();
    } catch (const std::exception&) {
        return false; // it is no record
    }
}

void look_at_content(Transaction& tx, const Evidence& invoice, Found& found)
{
    const auto id = InvoiceId::parse(invoice.link.invoice_id);
    if (!id || !invoice.has_row) return;
    const auto& row = invoice.row;
    std::string record;
    const auto of_record = damage_in(tx, *id, row.record_sha256, Damage::record_changed, [&] {
        auto text = record_text(tx, *id);
        record = text.value_or("");
        return text;
    });
    found.add(of_record);
    const bool can_tell = !of_record && !record.empty();
    found.add_if(can_tell && !agrees(row, record), Damage::columns_changed);
    found.add(
        damage_in(tx, *id, row.xml_sha256, Damage::xml_changed, [&] { return xml_text(tx, *id); }));
}

} // namespace

bool is_committed(const Evidence& invoice)
{
    const auto& row = invoice.row;
    const auto& link = invoice.link;
    return invoice.has_row && row.number == link.number && row.series == link.series &&
           row.fiscal_year_end == link.fiscal_year_end &&
           commitment_of(invoice.salt, row) == link.commitment;
}

std::vector<Damage> damages_of(Transaction& tx, const std::vector<Evidence>& links)
{
    const auto* invoice = find(links, Entry::invoice);
    if (invoice == nullptr) return {Damage::link_changed};
    if (invoice->destruction_ordered_at) return {};
    Found found;
    found.add_if(breaks(tx, invoice->link), Damage::link_changed);
    found.add_if(!is_committed(*invoice), Damage::columns_changed);
    look_at_content(tx, *invoice, found);
    return found.all;
}

std::vector<Damage> damages_of_file(Transaction& tx, const Evidence& file)
{
    const auto id = InvoiceId::parse(file.link.invoice_id);
    if (file.destruction_ordered_at) return {};
    Found found;
    found.add_if(breaks(tx, file.link), Damage::link_changed);
    if (!id || !file.has_file || file.pieces != pieces_of(file.file.size)) {
        found.add_if(true, Damage::file_lost);
        return found.all;
    }
    found.add_if(commitment_of(file.salt, file.file) != file.link.commitment, Damage::file_changed);
    found.add(damage_in(tx, *id, file.file.sha256, Damage::file_changed,
                        [&] { return file_bytes(tx, *id, file.link.position); }));
    return found.all;
}

std::optional<Damage> damage_of(Transaction& tx, const Summary& invoice, Look look)
{
    const auto links = evidence_of(tx, invoice.id.text());
    auto found = damages_of(tx, links);
    const auto* file = find(links, Entry::file);
    if (found.empty() && look == Look::file && file != nullptr) found = damages_of_file(tx, *file);
    if (found.empty()) return {};
    return found.front();
}

} // namespace invoicing::issuing
