#include "api/documents/document_links.hpp"

#include <nlohmann/json.hpp>

#include "api/json/views.hpp"
#include "domain/audit/audit.hpp"
#include "invoicing/former_members/document_link.hpp"

namespace api::documents {

using namespace domain;
using nlohmann::json;
namespace former_members = invoicing::former_members;

namespace {

json view(const former_members::DocumentLink& link)
{
    return {{"id", link.id.text()},
            {"account_id", link.account_id.text()},
            {"created_at", to_text(link.created_at)},
            {"revoked_at", time_view(link.revoked_at)}};
}

/// By the number of a document: that is what whoever left still has.
Response list_links(App& app, const Request& request)
{
    const auto number = query_text(request, "number");
    if (number.empty()) {
        throw Refused(
            Refusal::invalid_fields,
            {"De quel document ? Donnez son numéro.", "Of which document? Give its number."},
            {{"number", {"Le numéro d'un document.", "The number of a document."}}});
    }
    return app.db.read([&](Transaction& tx) {
        auto items = json::array();
        for (const auto& link : former_members::links_to(tx, number))
            items.push_back(view(link));
        return ok({{"items", std::move(items)}});
    });
}

Response revoke_link(App& app, const Request& request)
{
    const auto id = path_id<DocumentLinkId>(request, ":id");
    app.db.transaction([&](Transaction& tx) {
        former_members::revoke(tx, id);
        audit::record(tx, actor_of(request).account, "document_link_revoked", id.text());
    });
    return no_content();
}

} // namespace

std::vector<Route> document_link_routes()
{
    return {
        {"GET", "/v1/staff/document-links", "list_document_links", Who::staff, list_links},
        {"DELETE", "/v1/staff/document-links/:id", "revoke_document_link", Who::staff, revoke_link},
    };
}

} // namespace api::documents
