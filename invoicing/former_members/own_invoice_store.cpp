#include "domain/core/stored.hpp"
#include "domain/core/text.hpp"
#include "invoicing/former_members/own_invoices.hpp"
#include "invoicing/issuing/documents.hpp"

namespace invoicing::former_members::own_invoices {

namespace {

using namespace domain;
using issuing::Summary;

OwnDocument to_document(const Summary& invoice)
{
    return {DocumentKind::invoice,
            invoice.id.text(),
            invoice.number,
            invoice.issue_day,
            {invoice.gross_minor, stored(parse_currency(invoice.currency))}};
}

std::optional<OwnDocument> to_document(const std::optional<Summary>& invoice)
{
    if (!invoice) return {};
    return to_document(*invoice);
}

bool is_of(const Summary& invoice, const AccountId& account)
{
    return invoice.issuer == account || invoice.buyer_id == account;
}

OwnDocument to_document(const Columns& invoice)
{
    return {DocumentKind::invoice,
            invoice.id,
            invoice.number,
            invoice.issue_day,
            {invoice.gross_minor, stored(parse_currency(invoice.currency))}};
}

/// As it was issued; refuses (Damaged) what it no longer is.
Summary summary_of(Transaction& tx, const OwnDocument& document, issuing::Findings& found)
{
    const auto links = issuing::evidence_of(tx, document.id);
    const auto* issued = issuing::find(links, Entry::invoice);
    if (issued == nullptr) throw not_found();
    return issuing::summary_of(tx, *issued, found);
}

/// "p7k3qf 2026 – 000001" is P7K3QF-2026-000001.
std::string spelled_out(std::string_view number)
{
    std::string all;
    for (const auto& word : name_words(number))
        all += (all.empty() ? "" : "-") + word;
    for (auto& c : all)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return all;
}

} // namespace

bool is_id(std::string_view id)
{
    return InvoiceId::parse(id).has_value();
}

std::vector<OwnDocument> page(Transaction& tx, const AccountId& account, const std::string& after,
                              int limit)
{
    std::vector<OwnDocument> documents;
    for (const auto& invoice : issuing::visible_to(tx, account, after, limit))
        documents.push_back(to_document(invoice.row));
    return documents;
}

std::optional<OwnDocument> maybe_find(Transaction& tx, const AccountId& account,
                                      std::string_view id)
{
    const auto invoice = issuing::maybe_summary(tx, stored(InvoiceId::parse(id)));
    if (!invoice || !is_of(*invoice, account)) return {};
    return to_document(*invoice);
}

std::optional<OwnDocument> maybe_numbered(Transaction& tx, const AccountId& account,
                                          std::string_view number)
{
    return to_document(tx.maybe<Summary>(
        issuing::select_summaries(
            "i.number = :number AND (i.issuer_id = :account OR i.buyer_id = :account)"),
        spelled_out(number), account));
}

std::vector<std::string> names(Transaction& tx, const AccountId& account,
                               const OwnDocument& document, issuing::Findings& found)
{
    const auto summary = summary_of(tx, document, found);
    const auto invoice = issuing::content(tx, summary, found);
    const auto& party = summary.issuer == account ? invoice.seller : invoice.buyer;
    return {party.full_name(), party.name, party.trade_name};
}

std::string bytes(Transaction& tx, const OwnDocument& document, Form form, issuing::Findings& found)
{
    const auto invoice = summary_of(tx, document, found);
    return form == Form::pdf ? issuing::document(tx, invoice, found).bytes
                             : issuing::xml(tx, invoice, found);
}

} // namespace invoicing::former_members::own_invoices
