#include "api/documents/archive.hpp"
#include "api/documents/archive_keys.hpp"
#include "api/documents/closed_account_page.hpp"
#include "api/documents/closed_accounts.hpp"
#include "api/documents/document_links.hpp"
#include "api/documents/invoices.hpp"
#include "api/documents/signing_keys.hpp"
#include "api/health/health.hpp"
#include "api/market/conversations.hpp"
#include "api/market/moderation.hpp"
#include "api/market/orders.hpp"
#include "api/market/pages.hpp"
#include "api/market/quotes.hpp"
#include "api/market/requests.hpp"
#include "api/market/reviews.hpp"
#include "api/market/services.hpp"
#include "api/money/hooks.hpp"
#include "api/money/payment_accounts.hpp"
#include "api/money/payments.hpp"
#include "api/openapi/openapi.hpp"
#include "api/people/accounts.hpp"
#include "api/people/closure.hpp"
#include "api/people/credentials.hpp"
#include "api/people/email_changes.hpp"
#include "api/people/legal_details.hpp"
#include "api/people/preferences.hpp"
#include "api/people/proof_codes.hpp"
#include "api/people/sessions.hpp"
#include "api/people/terms.hpp"
#include "api/pipeline/route.hpp"
#include "api/site/about/about.hpp"
#include "api/site/access/access.hpp"
#include "api/site/account/account_pages.hpp"
#include "api/site/frame/asset_routes.hpp"
#include "api/site/market/home.hpp"
#include "api/site/market/provider.hpp"
#include "api/site/market/provider_reviews.hpp"
#include "api/site/market/search.hpp"
#include "api/site/market/service.hpp"
#include "api/site/market/sitemap.hpp"
#include "api/site/parts/styleguide.hpp"
#include "api/staff/money_waiting.hpp"
#include "api/staff/proposal_links.hpp"
#include "api/staff/proposals.hpp"

namespace api {

namespace {

/// Every circle's own, the site's pages last.
constexpr std::vector<Route> (*tables[])() = {
    health::health_routes,
    documents::invoice_routes,
    documents::archive_routes,
    documents::archive_key_routes,
    people::account_routes,
    people::session_routes,
    market::conversation_routes,
    market::page_routes,
    market::service_routes,
    market::request_routes,
    market::quote_routes,
    market::order_routes,
    people::credential_routes,
    people::email_change_routes,
    people::preference_routes,
    people::term_routes,
    people::legal_detail_routes,
    market::review_routes,
    market::moderation_routes,
    money::payment_routes,
    money::payment_account_routes,
    money::hook_routes,
    people::closure_routes,
    people::proof_code_routes,
    staff::proposal_routes,
    staff::proposal_link_routes,
    staff::money_waiting_routes,
    documents::signing_key_routes,
    openapi::description_routes,
    documents::closed_account_routes,
    documents::closed_account_page_routes,
    documents::document_link_routes,
    site::frame::asset_routes,
    site::parts::styleguide_routes,
    site::market::home_routes,
    site::market::search_routes,
    site::market::service_page_routes,
    site::market::provider_page_routes,
    site::market::provider_review_routes,
    site::market::sitemap_routes,
    site::access::sign_up_routes,
    site::access::sign_in_routes,
    site::access::sign_out_routes,
    site::access::password_reset_routes,
    site::access::mailed_link_routes,
    site::account::account_pages,
    site::about::about_routes,
};

} // namespace

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (const auto& part : tables) {
            for (auto& route : part())
                table.push_back(route);
        }
        return table;
    }();
    return all;
}

} // namespace api
