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
#include "api/people/mailed_links.hpp"
#include "api/people/preferences.hpp"
#include "api/people/proof_codes.hpp"
#include "api/people/sessions.hpp"
#include "api/people/terms.hpp"
#include "api/pipeline/route.hpp"
#include "api/staff/money_waiting.hpp"
#include "api/staff/proposal_links.hpp"
#include "api/staff/proposals.hpp"

namespace api {

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (auto part : {
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
                 people::mailed_link_routes,
                 staff::proposal_routes,
                 staff::proposal_link_routes,
                 staff::money_waiting_routes,
                 documents::signing_key_routes,
                 openapi::description_routes,
                 documents::closed_account_routes,
                 documents::closed_account_page_routes,
                 documents::document_link_routes,
             }) {
            for (auto& route : part())
                table.push_back(route);
        }
        return table;
    }();
    return all;
}

} // namespace api
