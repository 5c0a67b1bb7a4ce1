#include "invoicing/issuing/look.hpp"

#include <algorithm>
#include <exception>

#include "domain/core/crypto.hpp"
#include "invoicing/issuing/finding_store.hpp"
#include "invoicing/issuing/intact.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/model/invoice.hpp"
#include "invoicing/rendering/cii.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

Link link_of(const std::vector<Evidence>& links)
{
    const auto* issued = find(links, Entry::invoice);
    if (issued != nullptr) return issued->link;
    return links.empty() ? Link{} : links.front().link;
}

const Evidence* newest_whole_copy(Transaction& tx, const std::vector<Evidence>& links)
{
    for (auto copy = links.rbegin(); copy != links.rend(); ++copy) {
        const bool is_copy = copy->link.entry == name(Entry::duplicate);
        if (is_copy && damages_of_file(tx, *copy).empty()) return &*copy;
    }
    return nullptr;
}

/// By the commitment of the original's link, where that can be trusted.
bool has_bytes_of(const Evidence& original, const Evidence& copy, const Finding& finding)
{
    if (std::ranges::find(finding.damages, Damage::link_changed) != finding.damages.end())
        return false;
    const FileColumns same{copy.file.sha256, copy.file.size, original.link.issued_at};
    return commitment_of(copy.salt, same) == original.link.commitment;
}

} // namespace

Finding look_at_content(Transaction& tx, const std::vector<Evidence>& links)
{
    Finding finding{.link = link_of(links), .damages = damages_of(tx, links)};
    const bool is_xml_alone = finding.damages == std::vector{Damage::xml_changed};
    finding.is_remade = is_xml_alone && remade_xml(tx, *find(links, Entry::invoice)).has_value();
    finding.is_news = is_news(tx, finding);
    return finding;
}

std::optional<std::string> remade_xml(Transaction& tx, const Evidence& invoice)
{
    const auto id = InvoiceId::parse(invoice.link.invoice_id);
    if (!id) return {};
    try {
        const auto record = record_text(tx, *id);
        if (!record) return {};
        auto xml = rendering::cii_xml(invoice_of(*record));
        if (sha256_hex(xml) != invoice.row.xml_sha256) return {};
        return xml;
    } catch (const std::exception&) {
        return {}; // what does not open, or is no record
    }
}

SeenFile look_at_file(Transaction& tx, const std::vector<Evidence>& links)
{
    SeenFile seen{.finding = {.link = link_of(links), .look = Look::file}};
    const auto* original = find(links, Entry::file);
    if (original == nullptr) return seen;
    seen.finding.damages = damages_of_file(tx, *original);
    if (seen.finding.damages.empty()) {
        seen.whole = original;
        seen.is_original = true;
    } else {
        seen.whole = newest_whole_copy(tx, links);
        seen.is_original =
            seen.whole != nullptr && has_bytes_of(*original, *seen.whole, seen.finding);
        seen.finding.is_remade = seen.whole != nullptr;
    }
    seen.finding.is_news = is_news(tx, seen.finding);
    return seen;
}

} // namespace invoicing::issuing
