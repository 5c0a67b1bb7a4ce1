#include "invoicing/archive/manifest_view.hpp"

#include <nlohmann/json.hpp>

#include <tuple>

#include "domain/core/money.hpp"
#include "invoicing/archive/manifest.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;
using nlohmann::ordered_json;

ordered_json text_of(const std::string& value)
{
    return value;
}
ordered_json text_of(std::int64_t value)
{
    return std::to_string(value);
}
ordered_json text_of(Instant value)
{
    return std::to_string(micros(value));
}
ordered_json text_of(const std::optional<std::string>& value)
{
    return value ? ordered_json(*value) : ordered_json();
}

/// The columns of a row as the chain hashes them: each as text, in that order.
template <typename Columns>
ordered_json texts_of(Columns row)
{
    auto list = ordered_json::array();
    std::apply([&](const auto&... value) { (list.push_back(text_of(value)), ...); }, row.fields());
    return list;
}

/// What a link's hash is made of, but for the hash before it.
ordered_json linked_texts(const Link& link)
{
    auto list = texts_of(link);
    list.erase(list.size() - 1); // the hash itself
    return list;
}

/// `is_whole`: salt and row are what was committed to, so they are shown. The row of a file that
/// was lost or changed is not.
ordered_json link_view(const ShownLink& shown, bool is_whole)
{
    const auto& link = shown.evidence.link;
    ordered_json view{{"position", link.position},
                      {"entry", link.entry},
                      {"hash", link.hash},
                      {"hash_before", shown.hash_before},
                      {"linked", linked_texts(link)},
                      {"commitment", link.commitment}};
    if (!is_whole) return view;
    view["salt"] = shown.evidence.salt;
    if (shown.evidence.is_of_invoice()) {
        view["committed"] = texts_of(shown.evidence.row);
    } else if (commitment_of(shown.evidence.salt, shown.evidence.file) == link.commitment) {
        view["committed"] = texts_of(shown.evidence.file);
    }
    return view;
}

ordered_json link_views(const Exported& document)
{
    auto list = ordered_json::array();
    for (const auto& link : document.links)
        list.push_back(link_view(link, document.invoice.has_value()));
    return list;
}

ordered_json file_view(const Exported& document, std::string_view extension, std::size_t size,
                       const std::string& sha256)
{
    return {{"path", path_in_export(document, extension)}, {"size", size}, {"sha256", sha256}};
}

ordered_json files_of(const Exported& document)
{
    auto files = ordered_json::array();
    if (document.pdf) {
        files.push_back(
            file_view(document, "pdf", document.pdf->bytes.size(), document.pdf->sha256));
    }
    files.push_back(file_view(document, "xml", document.xml.size(), document.invoice->xml_sha256));
    return files;
}

} // namespace

ordered_json document_view(const Exported& document)
{
    const auto& i = *document.invoice;
    auto damages = ordered_json::array();
    for (const auto damage : document.all_damages())
        damages.push_back(name(damage));
    return {{"id", i.id.text()},
            {"direction", name(document.direction)},
            {"series", i.series},
            {"number", i.number},
            {"kind", i.kind},
            {"issue_day", i.issue_day},
            {"issued_at", to_text(i.issued_at)},
            {"fiscal_year_end", i.fiscal_year_end},
            {"issuer_id", i.issuer.text()},
            {"buyer_id", i.buyer_id.text()},
            {"currency", i.currency},
            {"net", decimal(eur(i.net_minor))},
            {"vat", decimal(eur(i.vat_minor))},
            {"gross", decimal(eur(i.gross_minor))},
            {"duplicate", document.pdf && document.pdf->is_duplicate},
            {"damages", damages},
            {"remade", document.remade()},
            {"files", files_of(document)},
            {"position", document.link.position},
            {"chain_hash", document.link.hash},
            {"commitment", document.link.commitment},
            {"links", link_views(document)}};
}

ordered_json missing_view(const Exported& document)
{
    const auto& link = document.link;
    ordered_json view{{"number", link.number},
                      {"series", link.series},
                      {"id", link.invoice_id},
                      {"direction", name(document.direction)}};
    if (document.damage) view["why"] = name(*document.damage);
    view["links"] = link_views(document);
    return view;
}

ordered_json head_view(const series::Head& head)
{
    return {{"version", head.version},
            {"series", head.series},
            {"position", head.position},
            {"number", head.number},
            {"hash", head.hash},
            {"signed_at", to_text(head.signed_at)},
            {"head_before", head.head_before},
            {"key_id", head.key_id},
            {"signature", head.signature}};
}

} // namespace invoicing::archive
