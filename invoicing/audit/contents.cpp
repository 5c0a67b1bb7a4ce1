#include "invoicing/audit/contents.hpp"

#include "invoicing/audit/link_store.hpp"
#include "invoicing/issuing/intact.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/issuing/look.hpp"
#include "invoicing/model/invoice.hpp"
#include "invoicing/series/series_store.hpp"

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

/// Whether the series is of another seller than the record of the invoice, which is whole, names.
/// Nothing can be told of a seller that was known by neither SIREN nor VAT number.
bool is_of_another_seller(Transaction& tx, const issuing::Evidence& invoice)
{
    const auto id = domain::InvoiceId::parse(invoice.link.invoice_id);
    const auto issuer = Issuer::parse(invoice.row.issuer_id);
    const auto record = id ? issuing::record_text(tx, *id) : std::nullopt;
    if (!record || !issuer) return false;
    const auto seller = invoice_of(*record).seller;
    const auto& key = seller.legal_id.empty() ? seller.vat_number : seller.legal_id;
    return !key.empty() && series::is_anothers(tx, invoice.link.series, {*issuer, key});
}

void look_at_seller(Transaction& tx, const issuing::Evidence& invoice, Report& report)
{
    const auto& link = invoice.link;
    if (report.names(link.series, Code::series_changed) || !is_of_another_seller(tx, invoice))
        return;
    report.add({link.series, link.number, link.position, Code::series_changed,
                "the document is of another seller"});
}

void add_news(issuing::Finding finding, issuing::Findings& found)
{
    if (finding.is_news) found.add(std::move(finding));
}

/// Where the row of the invoice is gone, the walk has named that, and nothing tells more.
void name_damages(Transaction& tx, const std::vector<issuing::Evidence>& links,
                  const issuing::Finding& content, const issuing::Finding& file, Report& report)
{
    const auto* invoice = issuing::find(links, Entry::invoice);
    if (invoice != nullptr && !invoice->has_row) return;
    for (const auto& evidence : links) {
        if (evidence.is_of_invoice()) {
            name_all(evidence.link, content.damages, report);
            if (content.damages.empty()) look_at_seller(tx, evidence, report);
        } else if (evidence.has_file) {
            const bool is_original = evidence.link.entry == name(Entry::file);
            name_all(evidence.link,
                     is_original ? file.damages : issuing::damages_of_file(tx, evidence), report);
        }
    }
}

void look_at(Transaction& tx, const std::string& invoice_id, Report& report,
             issuing::Findings& found)
{
    const auto links = issuing::evidence_of(tx, invoice_id);
    auto content = issuing::look_at_content(tx, links);
    auto file = issuing::look_at_file(tx, links).finding;
    name_damages(tx, links, content, file, report);
    add_news(std::move(content), found);
    add_news(std::move(file), found);
}

} // namespace

std::optional<std::string> look_inside(Transaction& tx, const std::string& after, Report& report,
                                       issuing::Findings& found)
{
    const auto ids = documents_after(tx, after, looked_at_once);
    for (const auto& id : ids)
        look_at(tx, id, report, found);
    if (ids.empty()) return {};
    return ids.back();
}

} // namespace invoicing::audit
