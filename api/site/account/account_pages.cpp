#include "api/site/account/account_pages.hpp"

#include "api/site/account/account.hpp"
#include "api/site/account/closing.hpp"
#include "api/site/account/dashboard.hpp"
#include "api/site/account/dealings.hpp"
#include "api/site/account/ended.hpp"
#include "api/site/account/legal.hpp"
#include "api/site/account/mails.hpp"
#include "api/site/account/payments.hpp"
#include "api/site/account/privacy.hpp"
#include "api/site/account/profile.hpp"
#include "api/site/account/proposal.hpp"
#include "api/site/account/second_factor.hpp"
#include "api/site/account/security.hpp"
#include "api/site/account/sign_in_changes.hpp"

namespace api::site::account {

std::vector<Route> account_pages()
{
    std::vector<frame::PageRoute> all;
    for (auto part :
         {dashboard_page, account_index_page, profile_pages, legal_pages, security_pages,
          sign_in_change_pages, second_factor_pages, mails_pages, privacy_pages, closing_pages,
          ended_page, payments_pages, dealing_pages, proposal_page}) {
        for (auto& page : part())
            all.push_back(page);
    }
    return frame::routes_of(all);
}

} // namespace api::site::account
