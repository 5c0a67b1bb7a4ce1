#include "domain/deals/forgetting.hpp"

#include "domain/quotes/forgetting_store.hpp"
#include "domain/requests/forgetting_store.hpp"

namespace domain::deals {

namespace {

void erase_offers(Transaction& tx, const forgetting::Leaving& leaving)
{
    for (const auto& quote : quotes::unaccepted_of(tx, leaving.account))
        quotes::erase(tx, quote);
    for (const auto& quote : quotes::accepted_of(tx, leaving.account))
        quotes::erase_texts(tx, quote);
    requests::erase_recipient(tx, leaving.account);
    requests::erase_of_client(tx, leaving.account);
}

} // namespace

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("offers"), erase_offers};
}

} // namespace domain::deals
