#include "api/documents/closed_accounts.hpp"

#include <nlohmann/json.hpp>

#include "api/documents/damage_told.hpp"
#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/pipeline/origin.hpp"

namespace api::documents {

using namespace domain;
using nlohmann::json;
namespace former_members = invoicing::former_members;
using former_members::Claim;
using former_members::DocumentLink;
using former_members::Form;

namespace {

Claim claim_in(const Request& request)
{
    Reader reader(request.body);
    Claim claim;
    claim.token = reader.text("token", {.least = 20, .most = 100});
    claim.number = reader.text("number", {.most = 60});
    claim.name = reader.text("name", {.most = 300});
    reader.finish();
    return claim;
}

json view(const former_members::OwnDocument& document)
{
    return {{"kind", former_members::document_kinds.name(document.kind)},
            {"id", document.id},
            {"number", document.number},
            {"day", document.day},
            {"gross", money_view(document.gross)}};
}

Response list_documents(App& app, const Request& request)
{
    const auto page = page_of(request);
    return claimed(
        app, request, claim_in(request), [&](Transaction& tx, const DocumentLink& link, auto&) {
            auto documents =
                former_members::own_documents(tx, link.account_id, page.after, page.one_more());
            former_members::journal(tx, link, "list", "");
            const auto next = cut(documents, page, [](const auto& last) { return last.id; });
            auto items = json::array();
            for (const auto& document : documents)
                items.push_back(view(document));
            return ok(page_view(std::move(items), next));
        });
}

Response downloaded(App& app, const Request& request, Form form)
{
    return claimed(app, request, claim_in(request),
                   [&](Transaction& tx, const DocumentLink& link, auto& found) {
                       return own_download(tx, link, request.raw.capture(":id"), form, found);
                   });
}

Response download_document(App& app, const Request& request)
{
    return downloaded(app, request, Form::pdf);
}

Response download_xml(App& app, const Request& request)
{
    return downloaded(app, request, Form::xml);
}

Response close_link(App& app, const Request& request)
{
    return claimed(app, request, claim_in(request),
                   [](Transaction& tx, const DocumentLink& link, auto&) {
                       end_link(tx, link);
                       return no_content();
                   });
}

} // namespace

Response claimed(App& app, const Request& request, const Claim& claim, const Reading& read)
{
    const auto from = origin_of(request.raw);
    app.db.transaction([&](Transaction& tx) { former_members::count_claim(tx, claim, from); });
    return told(app, [&](auto& found) {
        app.db.transaction(
            [&](Transaction& tx) { former_members::opened(tx, claim, from, found); });
        return app.db.transaction([&](Transaction& tx) {
            return read(tx, former_members::still_open(tx, claim), found);
        });
    });
}

Response own_download(Transaction& tx, const DocumentLink& link, std::string_view id, Form form,
                      invoicing::issuing::Findings& found)
{
    const auto document = former_members::own_document(tx, link.account_id, id);
    const bool is_pdf = form == Form::pdf;
    former_members::journal(tx, link, is_pdf ? "document" : "xml", document.id);
    Response response;
    response.media_type = is_pdf ? "application/pdf" : "application/xml";
    response.bytes = former_members::bytes_of(tx, document, form, found);
    response.headers = {{"content-disposition", "attachment; filename=\"" + document.number + "." +
                                                    std::string(former_members::forms.name(form)) +
                                                    "\""}};
    return response;
}

void end_link(Transaction& tx, const DocumentLink& link)
{
    former_members::revoke(tx, link.id);
    former_members::journal(tx, link, "link_revoked", "");
}

std::vector<Route> closed_account_routes()
{
    return {
        {"POST", "/v1/closed-account-documents", "list_closed_account_documents", Who::anyone,
         list_documents},
        {"POST", "/v1/closed-account-documents/:id/document", "download_closed_account_document",
         Who::anyone, download_document},
        {"POST", "/v1/closed-account-documents/:id/xml", "download_closed_account_xml", Who::anyone,
         download_xml},
        {"POST", "/v1/closed-account-documents/revocation", "close_document_link", Who::anyone,
         close_link},
    };
}

} // namespace api::documents
