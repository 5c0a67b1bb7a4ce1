#include "api/accounts.hpp"
#include "api/archive.hpp"
#include "api/archive_keys.hpp"
#include "api/closure.hpp"
#include "api/conversations.hpp"
#include "api/credentials.hpp"
#include "api/email_changes.hpp"
#include "api/hooks.hpp"
#include "api/invoices.hpp"
#include "api/legal_details.hpp"
#include "api/moderation.hpp"
#include "api/openapi.hpp"
#include "api/operations.hpp"
#include "api/orders.hpp"
#include "api/pages.hpp"
#include "api/payment_accounts.hpp"
#include "api/payments.hpp"
#include "api/preferences.hpp"
#include "api/quotes.hpp"
#include "api/requests.hpp"
#include "api/reviews.hpp"
#include "api/route.hpp"
#include "api/services.hpp"
#include "api/sessions.hpp"
#include "api/terms.hpp"

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
