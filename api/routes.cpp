#include "api/documents/archive.hpp"
#include "api/documents/archive_keys.hpp"
#include "api/documents/invoices.hpp"
#include "api/health/operations.hpp"
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
#include "api/people/sessions.hpp"
#include "api/people/terms.hpp"
#include "api/pipeline/route.hpp"

namespace api {

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (auto part : {
                 operation_routes,    invoice_routes,      archive_routes,
                 archive_key_routes,  account_routes,      session_routes,
                 conversation_routes, page_routes,         service_routes,
                 request_routes,      quote_routes,        order_routes,
                 credential_routes,   email_change_routes, preference_routes,
                 term_routes,         legal_detail_routes, review_routes,
                 moderation_routes,   payment_routes,      payment_account_routes,
                 hook_routes,         closure_routes,      description_routes,
             }) {
            for (auto& route : part())
                table.push_back(route);
        }
        return table;
    }();
    return all;
}

} // namespace api
