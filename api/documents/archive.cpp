#include "api/documents/archive.hpp"

#include <nlohmann/json.hpp>

#include <memory>

#include "api/documents/archive_scope.hpp"
#include "api/documents/damage_told.hpp"
#include "api/documents/document_page.hpp"
#include "api/documents/invoices.hpp"
#include "invoicing/archive/archive_export.hpp"

namespace api::documents {

using namespace domain;
namespace archive = invoicing::archive;
using nlohmann::json;

namespace {

json view(const invoicing::issuing::Summary& invoice, archive::Direction direction)
{
    auto body = summary_view(invoice);
    body["direction"] = name(direction);
    return body;
}

Response list_archive(App& app, const Request& request)
{
    const auto page = page_of(request);
    const auto after = archive::parse_cursor(page.after);
    std::optional<std::string> next;
    const auto shown = app.db.transaction([&](Transaction& tx) {
        const auto scope = archive_scope_of(tx, request);
        archive::journal(tx, scope, "list", archive::period_text(scope));
        auto documents = archive::page_of_archive(tx, scope, after, page.one_more());
        next =
            cut(documents, page, [](const auto& last) { return archive::text_of(last.cursor()); });
        DocumentPage listed;
        for (const auto& document : documents) {
            listed.add(tx, document.evidence, [&](const invoicing::issuing::Summary& invoice) {
                return view(invoice, document.direction);
            });
        }
        return listed;
    });
    return shown.answer(app, next);
}

using Show = Response (*)(Transaction&, const invoicing::issuing::Summary&,
                          invoicing::issuing::Findings&);

Response journaled(App& app, const Request& request, std::string_view what, Show show)
{
    return told(app, [&](auto& found) {
        return app.db.transaction([&](Transaction& tx) {
            const auto scope = archive_scope_of(tx, request);
            const auto reached =
                archive::find_in_archive(tx, scope, path_id<InvoiceId>(request, ":id"));
            const auto invoice = invoicing::issuing::summary_of(tx, reached.evidence, found);
            archive::journal(tx, scope, what, invoice.id.text());
            return show(tx, invoice, found);
        });
    });
}

Response show_document(Transaction& tx, const invoicing::issuing::Summary& invoice,
                       invoicing::issuing::Findings& found)
{
    return pdf_download(invoice, invoicing::issuing::document(tx, invoice, found));
}

Response download_archived_document(App& app, const Request& request)
{
    return journaled(app, request, "document", show_document);
}

Response download_archived_xml(App& app, const Request& request)
{
    return journaled(app, request, "xml", xml_download);
}

/// The reader's scope with the days that there are documents of.
archive::Scope covered_scope(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        auto scope = archive_scope_of(tx, request);
        const auto period = archive::covered(tx, scope);
        if (!period) {
            throw Refused(Refusal::not_found, {"Aucun document n'a été émis entre ces jours.",
                                               "No document was issued between those days."});
        }
        return archive::within(std::move(scope), *period);
    });
}

/// HEAD asks what it would be called: nothing is read, so nothing is journaled.
Response export_archive(App& app, const Request& request)
{
    auto scope = covered_scope(app, request);
    const auto name = "factures-" + to_text(scope.period.from) + "-" + to_text(scope.period.to);
    Response response;
    response.media_type = "application/zip";
    response.headers = {{"content-disposition", "attachment; filename=\"" + name + ".zip\""}};
    response.stream = [](std::string&) { return false; };
    if (request.raw.method == "HEAD") return response;
    const auto zip =
        std::make_shared<archive::ArchiveExport>(app.db, std::move(scope), request.language);
    response.stream = [zip](std::string& chunk) { return zip->next(chunk); };
    return response;
}

} // namespace

std::vector<Route> archive_routes()
{
    return {
        {"GET", "/v1/archive/invoices", "list_archived_invoices", Who::archive_reader,
         list_archive},
        {"GET", "/v1/archive/invoices/:id/document", "download_archived_invoice",
         Who::archive_reader, download_archived_document},
        {"GET", "/v1/archive/invoices/:id/xml", "download_archived_invoice_xml",
         Who::archive_reader, download_archived_xml},
        {"GET", "/v1/archive/export", "export_archive", Who::archive_reader, export_archive},
    };
}

} // namespace api::documents
