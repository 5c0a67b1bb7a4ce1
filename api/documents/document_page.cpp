#include "api/documents/document_page.hpp"

#include "api/pipeline/request.hpp"
#include "invoicing/issuing/findings.hpp"

namespace api::documents {

namespace {

nlohmann::json view(const invoicing::issuing::Damaged& damaged)
{
    const auto& link = damaged.link();
    return {{"id", link.invoice_id},
            {"series", link.series},
            {"number", link.number},
            {"why", name(damaged.damage())}};
}

} // namespace

Response DocumentPage::answer(App& app, const std::optional<std::string>& next) const
{
    auto body = page_view(items_, next);
    auto& named = body["damaged"] = nlohmann::json::array();
    for (const auto& damaged : damaged_)
        named.push_back(view(damaged));
    invoicing::issuing::keep(app.db, found_);
    return ok(std::move(body));
}

} // namespace api::documents
