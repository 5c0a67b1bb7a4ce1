#include "api/documents/archive.hpp"

#include <nlohmann/json.hpp>

#include <memory>

#include "api/documents/invoices.hpp"
#include "invoicing/archive/archive.hpp"
#include "invoicing/archive/archive_export.hpp"

namespace api::documents {

using namespace domain;
using nlohmann::json;

namespace {

std::optional<Day> day_in_query(const Request& request, std::string_view name)
{
    const auto text = query_text(request, name);
    if (text.empty()) return {};
    const auto day = parse_day(text);
    if (!day) {
        throw Refused(Refusal::invalid_fields,
                      {"Les jours s'écrivent AAAA-MM-JJ.", "Days are written YYYY-MM-DD."},
                      {{std::string(name), {"Ce n'est pas un jour.", "This is not a day."}}});
    }
    return day;
}

/// What this reader may see, cut down to the period it asks for. A key that ended since the
/// request was let in opens nothing.
invoicing::archive::Scope scope_of(Transaction& tx, const Request& request)
{
    const auto& actor = actor_of(request);
    auto scope = invoicing::archive::scope_of_accountant(actor.account);
    if (actor.kind == ActorKind::archive_key) {
        const auto key = invoicing::archive::living_key_by_id(tx, *actor.key);
        if (!key) throw not_found();
        scope = invoicing::archive::scope_of(*key);
    }
    auto period = scope.period;
    if (const auto from = day_in_query(request, "from")) period.from = *from;
    if (const auto to = day_in_query(request, "to")) period.to = *to;
    return invoicing::archive::within(std::move(scope), period);
}

std::string period_text(const invoicing::archive::Scope& scope)
{
    return to_text(scope.period.from) + "/" + to_text(scope.period.to);
}

Response list_archive(App& app, const Request& request)
{
    const auto page = page_of(request);
    const auto after = invoicing::archive::parse_cursor(page.after);
    auto invoices = app.db.transaction([&](Transaction& tx) {
        const auto scope = scope_of(tx, request);
        invoicing::archive::journal(tx, scope, "list", period_text(scope));
        return invoicing::archive::page_of_archive(tx, scope, after, page.one_more());
    });
    const auto next = cut(invoices, page, [](const auto& last) {
        return invoicing::archive::text_of(invoicing::archive::cursor_after(last));
    });
    auto items = json::array();
    for (const auto& invoice : invoices)
        items.push_back(summary_view(invoice));
    return ok(page_view(std::move(items), next));
}

using Download = Response (*)(Transaction&, const invoicing::issuing::Summary&);

Response journaled(App& app, const Request& request, std::string_view what, Download download)
{
    return app.db.transaction([&](Transaction& tx) {
        const auto scope = scope_of(tx, request);
        const auto invoice =
            invoicing::archive::find_in_archive(tx, scope, path_id<InvoiceId>(request, ":id"));
        invoicing::archive::journal(tx, scope, what, invoice.id.text());
        return download(tx, invoice);
    });
}

Response download_archived_document(App& app, const Request& request)
{
    return journaled(app, request, "document", pdf_download);
}

Response download_archived_xml(App& app, const Request& request)
{
    return journaled(app, request, "xml", xml_download);
}

Response export_archive(App& app, const Request& request)
{
    auto scope = app.db.read([&](Transaction& tx) { return scope_of(tx, request); });
    const auto name = "factures-" + to_text(scope.period.from) + "-" + to_text(scope.period.to);
    const auto archive =
        std::make_shared<invoicing::archive::ArchiveExport>(app.db, std::move(scope));
    Response response;
    response.media_type = "application/zip";
    response.headers = {{"content-disposition", "attachment; filename=\"" + name + ".zip\""}};
    response.stream = [archive](std::string& chunk) { return archive->next(chunk); };
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
