#include "domain/privacy/category.hpp"

namespace domain::privacy {

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
    for (const auto category : all_categories) {
        if (name(category) == text) return category;
    }
    return {};
}

} // namespace domain::privacy
