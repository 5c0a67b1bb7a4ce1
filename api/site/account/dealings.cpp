#include "api/site/account/dealings.hpp"

#include "api/site/account/dealing_list.hpp"
#include "api/site/account/one_dealing.hpp"

namespace api::site::account {

namespace {

template <std::size_t which>
Response show_list(App& app, const Request& request)
{
    return dealing_list(app, request, dealings()[which]);
}

template <std::size_t which>
Response show_one(App& app, const Request& request)
{
    return one_dealing(app, request, dealings()[which]);
}

} // namespace

std::vector<frame::PageRoute> dealing_pages()
{
    constexpr auto who = Who::member;
    return {{"GET", "/requests", "requests_page", who, show_list<0>},
            {"GET", "/requests/:id", "request_page", who, show_one<0>},
            {"GET", "/quotes", "quotes_page", who, show_list<1>},
            {"GET", "/quotes/:id", "quote_page", who, show_one<1>},
            {"GET", "/orders", "orders_page", who, show_list<2>},
            {"GET", "/orders/:id", "order_page", who, show_one<2>},
            {"GET", "/conversations", "conversations_page", who, show_list<3>},
            {"GET", "/conversations/:id", "conversation_page", who, show_one<3>},
            {"GET", "/reviews", "reviews_page", who, show_list<4>},
            {"GET", "/reviews/:id", "review_page", who, show_one<4>},
            {"GET", "/invoices", "invoices_page", who, show_list<5>},
            {"GET", "/invoices/:id", "invoice_page", who, show_one<5>}};
}

} // namespace api::site::account
