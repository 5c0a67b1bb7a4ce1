#include "invoicing/issuing/documents.hpp"

#include <exception>

#include "domain/core/log.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/issuing/intact.hpp"
#include "invoicing/issuing/look.hpp"
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

/// A document whose `part` may be given out: its links, and what is wrong with its content.
struct Opened {
    std::vector<Evidence> links;
    Finding content;
};

/// Refuses (Damaged) where something is in the way of that.
Opened opened(Transaction& tx, const Summary& invoice, Part part, Findings& found)
{
    Opened one;
    one.links = evidence_of(tx, invoice.id.text());
    one.content = look_at_content(tx, one.links);
    found.add(one.content);
    const auto damage = in_the_way(one.content.damages, part);
    if (damage && !one.content.is_remade) throw Damaged(one.content.link, *damage);
    return one;
}

/// Rendering needs fonts and a colour profile of the machine: without them nothing is restored, and
/// the document is told as `damaged` as it was.
std::string rendered_again(const Invoice& frozen, const std::string& xml, const Finding& damaged,
                           rendering::Copy copy)
{
    try {
        return rendering::factur_x(frozen, xml, copy);
    } catch (const std::exception& failure) {
        log(Level::error, "document_not_restored",
            {{"id", damaged.link.invoice_id}, {"cause", failure.what()}});
    }
    throw Damaged(damaged.link, damaged.damages.front());
}

/// Renders the PDF again, and keeps it where it was or beside.
void restore(Transaction& tx, const Summary& invoice, Findings& found)
{
    const auto links = evidence_of(tx, invoice.id.text());
    auto seen = look_at_file(tx, links);
    if (seen.finding.damages.empty()) return; // somebody else did meanwhile
    const auto& damaged = seen.finding;
    const auto frozen = content(tx, invoice, found);
    const auto frozen_xml = xml(tx, invoice, found);
    const auto original = rendered_again(frozen, frozen_xml, damaged, rendering::Copy::original);
    const bool is_same =
        damaged.damages.front() != Damage::link_changed && is_original(tx, invoice.id, original);
    const auto copy = is_same
                          ? original
                          : rendered_again(frozen, frozen_xml, damaged, rendering::Copy::duplicate);
    auto series = series::lock_series(tx, invoice.series);
    if (maybe_document(tx, invoice, found)) return;
    if (is_same) put_back(tx, invoice.id, copy);
    if (!is_same || !maybe_document(tx, invoice, found))
        insert_file(tx, series, invoice, copy, Entry::duplicate);
    seen.finding.is_remade = true;
    seen.finding.is_news = true;
    found.add(std::move(seen.finding));
}

} // namespace

Summary find_for(Transaction& tx, const AccountId& viewer, const InvoiceId& id, Findings& found)
{
    const auto links = evidence_of(tx, id.text());
    const auto* issued = find(links, Entry::invoice);
    const bool is_party =
        issued != nullptr && issued->has_row &&
        (issued->row.issuer_id == viewer.text() || issued->row.buyer_id == viewer.text());
    if (!is_party) throw not_found();
    return summary_of(tx, *issued, found);
}

Summary summary_of(Transaction& tx, const Evidence& issued, Findings& found)
{
    const auto id = InvoiceId::parse(issued.link.invoice_id);
    if (id && is_committed(issued)) return maybe_summary(tx, *id).value();
    found.add(look_at_content(tx, evidence_of(tx, issued.link.invoice_id)));
    throw Damaged(issued.link, Damage::columns_changed);
}

std::optional<Document> maybe_document(Transaction& tx, const Summary& invoice, Findings& found)
{
    const auto [links, _] = opened(tx, invoice, Part::file, found);
    if (find(links, Entry::file) == nullptr) {
        throw Refused(Refusal::in_progress, {"Le document est en cours de préparation.",
                                             "The document is being prepared."});
    }
    const auto seen = look_at_file(tx, links);
    found.add(seen.finding);
    if (seen.whole == nullptr) return {};
    const auto& file = *seen.whole;
    return Document{unless_destroyed(file_bytes(tx, invoice.id, file.link.position)),
                    file.file.sha256, !seen.is_original};
}

Document document(Transaction& tx, const Summary& invoice, Findings& found)
{
    if (auto stored = maybe_document(tx, invoice, found)) return std::move(*stored);
    restore(tx, invoice, found);
    Findings of_what_is_whole_now;
    return maybe_document(tx, invoice, of_what_is_whole_now).value();
}

std::string file_name(const std::string& number, std::string_view extension, bool is_duplicate)
{
    return number + (is_duplicate ? "-Duplicata." : ".") + std::string(extension);
}

std::string xml(Transaction& tx, const Summary& invoice, Findings& found)
{
    const auto [links, content] = opened(tx, invoice, Part::xml, found);
    if (content.is_remade) return remade_xml(tx, *find(links, Entry::invoice)).value();
    return unless_destroyed(xml_text(tx, invoice.id));
}

Invoice content(Transaction& tx, const Summary& invoice, Findings& found)
{
    opened(tx, invoice, Part::record, found);
    return invoice_of(unless_destroyed(record_text(tx, invoice.id)));
}

} // namespace invoicing::issuing
