#include "domain/services/published.hpp"

namespace domain::services {

std::vector<Published> published(Transaction& tx, const std::string& after, int most)
{
    return tx.all<Published>(R"(
        SELECT p.id, p.title, s.updated_at
          FROM public_services p
          JOIN services s ON s.id = p.id
         WHERE p.id > :after
         ORDER BY p.id
         LIMIT :most)",
                             after, most);
}

} // namespace domain::services
