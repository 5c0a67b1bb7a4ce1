#include "invoicing/issuing/documents.hpp"

#include <exception>

#include "domain/core/log.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "invoicing/series/series_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

template <typename Value>
Value unless_destroyed(std::optional<Value> value)
{
    if (value) return std::move(*value);
    throw Refused(Refusal::gone, {"Ce document a été détruit au terme de sa conservation.",
                                  "This document was destroyed at the end of its retention."});
}

/// The links of a document whose columns, record and XML are what was issued.
std::vector<Evidence> links_of_whole(Transaction& tx, const Summary& invoice)
{
    auto links = evidence_of(tx, invoice.id.text());
    const auto damages = damages_of(tx, links);
    if (damages.empty()) return links;
    const auto* issued = find(links, Entry::invoice);
    throw Damaged(issued == nullptr ? Link{} : issued->link, damages.front());
}

Document read(Transaction& tx, const Summary& invoice, const Evidence& file, bool is_duplicate)
{
    return {unless_destroyed(file_bytes(tx, invoice.id, file.link.position)), file.file.sha256,
            is_duplicate};
}

std::optional<Document> newest_duplicate(Transaction& tx, const Summary& invoice,
                                         const std::vector<Evidence>& links)
{
    for (auto file = links.rbegin(); file != links.rend(); ++file) {
        const bool is_duplicate = file->link.entry == name(Entry::duplicate);
        if (is_duplicate && damages_of_file(tx, *file).empty())
            return read(tx, invoice, *file, is_duplicate);
    }
    return {};
}

[[noreturn]] void give_up(Transaction& tx, const Summary& invoice)
{
    throw Damaged(find(links_of_whole(tx, invoice), Entry::invoice)->link, Damage::file_lost);
}

/// Rendering needs fonts and a colour profile of the machine: without them nothing is restored.
std::string rendered_again(Transaction& tx, const Summary& invoice, rendering::Copy copy)
{
    const auto frozen = content(tx, invoice);
    const auto frozen_xml = xml(tx, invoice);
    try {
        return rendering::factur_x(frozen, frozen_xml, copy);
    } catch (const std::exception& failure) {
        log(Level::error, "document_not_restored",
            {{"id", invoice.id.text()}, {"cause", failure.what()}});
    }
    give_up(tx, invoice);
}

} // namespace

Summary find_for(Transaction& tx, const AccountId& viewer, const InvoiceId& id)
{
    const auto links = evidence_of(tx, id.text());
    const auto* issued = find(links, Entry::invoice);
    const bool is_party =
        issued != nullptr && issued->has_row &&
        (issued->row.issuer_id == viewer.text() || issued->row.buyer_id == viewer.text());
    if (!is_party) throw not_found();
    return summary_of(tx, *issued);
}

Summary summary_of(Transaction& tx, const Evidence& issued)
{
    const auto id = InvoiceId::parse(issued.link.invoice_id);
    if (!id || !is_committed(issued)) throw Damaged(issued.link, Damage::columns_changed);
    return maybe_summary(tx, *id).value();
}

std::optional<Document> maybe_document(Transaction& tx, const Summary& invoice)
{
    const auto links = links_of_whole(tx, invoice);
    const auto* original = find(links, Entry::file);
    if (original == nullptr) {
        throw Refused(Refusal::in_progress, {"Le document est en cours de préparation.",
                                             "The document is being prepared."});
    }
    const auto damages = damages_of_file(tx, *original);
    if (damages.empty()) return read(tx, invoice, *original, false);
    if (damages.front() == Damage::file_lost) return newest_duplicate(tx, invoice, links);
    throw Damaged(find(links, Entry::invoice)->link, damages.front());
}

void restore_document(Transaction& tx, const Summary& invoice)
{
    const auto bytes = rendered_again(tx, invoice, rendering::Copy::original);
    if (is_original(tx, invoice.id, bytes)) return put_back(tx, invoice.id, bytes);
    const auto duplicate = rendered_again(tx, invoice, rendering::Copy::duplicate);
    auto series = series::lock_series(tx, invoice.series);
    if (maybe_document(tx, invoice)) return; // somebody else did meanwhile
    insert_file(tx, series, invoice, duplicate, Entry::duplicate);
}

Document document(Transaction& tx, const Summary& invoice)
{
    if (auto stored = maybe_document(tx, invoice)) return std::move(*stored);
    restore_document(tx, invoice);
    if (auto restored = maybe_document(tx, invoice)) return std::move(*restored);
    give_up(tx, invoice);
}

std::string file_name(const std::string& number, std::string_view extension, bool is_duplicate)
{
    return number + (is_duplicate ? "-Duplicata." : ".") + std::string(extension);
}

std::string xml(Transaction& tx, const Summary& invoice)
{
    links_of_whole(tx, invoice);
    return unless_destroyed(xml_text(tx, invoice.id));
}

Invoice content(Transaction& tx, const Summary& invoice)
{
    links_of_whole(tx, invoice);
    return invoice_of(unless_destroyed(record_text(tx, invoice.id)));
}

} // namespace invoicing::issuing
