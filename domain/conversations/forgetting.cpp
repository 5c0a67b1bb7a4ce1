#include "domain/conversations/forgetting.hpp"

#include "domain/conversations/conversations.hpp"

namespace domain::conversations {

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("messages"),
            [](Transaction& tx, const forgetting::Leaving& leaving) {
                forget_author(tx, leaving.account);
            }};
}

} // namespace domain::conversations
