#include "domain/vault/category.hpp"

#include "domain/core/words.hpp"

namespace domain::vault {

std::string_view name(Category category)
{
    switch (category) {
    case Category::identity: return "identity";
    case Category::contact: return "contact";
    case Category::profile: return "profile";
    case Category::message: return "message";
    case Category::money: return "money";
    case Category::document: return "document";
    case Category::connection: return "connection";
    case Category::evidence: return "evidence";
    case Category::credential: return "credential";
    }
    return "unknown";
}

std::optional<Category> parse_category(std::string_view text)
{
    return named<Category>(text);
}

} // namespace domain::vault
