#include "api/documents/invoices.hpp"

#include <nlohmann/json.hpp>

#include "api/documents/damage_told.hpp"
#include "api/documents/document_page.hpp"

namespace api::documents {

using namespace domain;
using nlohmann::json;

namespace {

json money(Money amount)
{
    return {{"amount", amount.minor()}, {"currency", code(amount.currency())}};
}

json money(std::int64_t minor, const std::string& currency)
{
    return {{"amount", minor}, {"currency", currency}};
}

json or_null(const std::string& text)
{
    return text.empty() ? json() : json(text);
}

json view(const invoicing::Party& party)
{
    const auto& address = party.address;
    return {{"name", party.full_name()},
            {"legal_notice", or_null(party.legal_notice)},
            {"siret", or_null(party.siret)},
            {"vat_number", or_null(party.vat_number)},
            {"address",
             {{"line_one", address.line_one},
              {"line_two", or_null(address.line_two)},
              {"postcode", or_null(address.postcode)},
              {"city", address.city},
              {"country", address.country.text()}}}};
}

json view(const invoicing::Line& line)
{
    return {{"designation", line.designation},
            {"description", or_null(line.description)},
            {"quantity", decimal(line.quantity)},
            {"unit_code", line.unit_code},
            {"unit_price", decimal(line.unit_price)},
            {"net", money(line.net)},
            {"vat_category", invoicing::code(line.category)},
            {"vat_rate", line.rate.value}};
}

json view(const invoicing::VatTotal& vat)
{
    return {{"category", invoicing::code(vat.category)},
            {"rate", vat.rate.value},
            {"base", money(vat.base)},
            {"vat", money(vat.vat)},
            {"reason", or_null(vat.reason)}};
}

template <typename Things>
json views(const Things& things)
{
    auto list = json::array();
    for (const auto& thing : things)
        list.push_back(view(thing));
    return list;
}

/// What the document says, read from its frozen record.
json content_view(const invoicing::issuing::Summary& summary, const invoicing::Invoice& invoice)
{
    auto body = summary_view(summary);
    body["seller"] = view(invoice.seller);
    body["buyer"] = view(invoice.buyer);
    body["lines"] = views(invoice.lines);
    body["vat_totals"] = views(invoice.vat);
    body["supply_day"] = to_text(invoice.supply_day);
    body["payment_day"] = to_text(invoice.payment_day);
    body["quote_number"] = invoice.quote.number;
    auto mentions = json::array();
    for (const auto& note : invoice.notes) {
        if (note.code != "BAR") mentions.push_back(note.text);
    }
    body["mentions"] = std::move(mentions);
    return body;
}

Response download(const std::string& name, std::string media_type, std::string bytes)
{
    Response response;
    response.media_type = std::move(media_type);
    response.bytes = std::move(bytes);
    response.headers = {{"content-disposition", "attachment; filename=\"" + name + "\""}};
    return response;
}

invoicing::issuing::Summary asked_for(Transaction& tx, const Request& request,
                                      invoicing::issuing::Findings& found)
{
    return invoicing::issuing::find_for(tx, actor_of(request).account,
                                        path_id<InvoiceId>(request, ":id"), found);
}

Response list_invoices(App& app, const Request& request)
{
    const auto page = page_of(request);
    std::optional<std::string> next;
    const auto shown = app.db.read([&](Transaction& tx) {
        auto invoices = invoicing::issuing::visible_to(tx, actor_of(request).account, page.after,
                                                       page.one_more());
        next = cut(invoices, page, [](const auto& last) { return last.link.invoice_id; });
        DocumentPage listed;
        for (const auto& invoice : invoices)
            listed.add(tx, invoice, summary_view);
        return listed;
    });
    return shown.answer(app, next);
}

Response show_invoice(App& app, const Request& request)
{
    return told(app, [&](auto& found) {
        return app.db.read([&](Transaction& tx) {
            const auto invoice = asked_for(tx, request, found);
            return ok(content_view(invoice, invoicing::issuing::content(tx, invoice, found)));
        });
    });
}

/// Reads; only what was lost or changed is written, to restore it.
Response download_document(App& app, const Request& request)
{
    return told(app, [&](auto& found) {
        auto stored = app.db.read([&](Transaction& tx) -> std::optional<Response> {
            const auto invoice = asked_for(tx, request, found);
            auto document = invoicing::issuing::maybe_document(tx, invoice, found);
            if (!document) return {};
            return pdf_download(invoice, std::move(*document));
        });
        if (stored) return std::move(*stored);
        return app.db.transaction([&](Transaction& tx) {
            const auto invoice = asked_for(tx, request, found);
            return pdf_download(invoice, invoicing::issuing::document(tx, invoice, found));
        });
    });
}

Response download_xml(App& app, const Request& request)
{
    return told(app, [&](auto& found) {
        return app.db.read([&](Transaction& tx) {
            return xml_download(tx, asked_for(tx, request, found), found);
        });
    });
}

} // namespace

json summary_view(const invoicing::issuing::Summary& i)
{
    json document = nullptr;
    if (i.file_sha256) document = {{"sha256", *i.file_sha256}, {"size", *i.file_size}};
    return {{"id", i.id.text()},
            {"number", i.number},
            {"series", i.series},
            {"kind", i.kind},
            {"order_id", i.order_id.text()},
            {"issuer_id", i.issuer.text()},
            {"buyer_id", i.buyer_id.text()},
            {"issue_day", i.issue_day},
            {"issued_at", to_text(i.issued_at)},
            {"net", money(i.net_minor, i.currency)},
            {"vat", money(i.vat_minor, i.currency)},
            {"gross", money(i.gross_minor, i.currency)},
            {"document", std::move(document)},
            {"xml_sha256", i.xml_sha256}};
}

Response pdf_download(const invoicing::issuing::Summary& invoice,
                      invoicing::issuing::Document document)
{
    return download(invoicing::issuing::file_name(invoice.number, "pdf", document.is_duplicate),
                    "application/pdf", std::move(document.bytes));
}

Response xml_download(Transaction& tx, const invoicing::issuing::Summary& invoice,
                      invoicing::issuing::Findings& found)
{
    return download(invoicing::issuing::file_name(invoice.number, "xml"), "application/xml",
                    invoicing::issuing::xml(tx, invoice, found));
}

std::vector<Route> invoice_routes()
{
    return {
        {"GET", "/v1/invoices", "list_invoices", Who::member, list_invoices},
        {"GET", "/v1/invoices/:id", "show_invoice", Who::member, show_invoice},
        {"GET", "/v1/invoices/:id/document", "download_invoice", Who::member, download_document},
        {"GET", "/v1/invoices/:id/xml", "download_invoice_xml", Who::member, download_xml},
    };
}

} // namespace api::documents
