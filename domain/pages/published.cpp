#include "domain/pages/published.hpp"

namespace domain::pages {

std::vector<Published> published(Transaction& tx, const std::string& after, int most)
{
    return tx.all<Published>(R"(
        SELECT p.account_id, p.display_name, g.updated_at, g.rating_count
          FROM public_pages p
          JOIN provider_pages g ON g.account_id = p.account_id
         WHERE p.account_id > :after
         ORDER BY p.account_id
         LIMIT :most)",
                             after, most);
}

} // namespace domain::pages
