#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/cell.hpp"

namespace domain::pages {

inline constexpr std::size_t skills_max = 20;
inline constexpr std::size_t portfolio_max = 20;

/// What a provider says of itself, sealed until it is published.
struct Content {
    std::string city, description;
    std::vector<std::string> skills;
};

struct PortfolioPicture {
    FileId id;
    std::string caption;
};

/// A provider's page as its owner sees it. Version 0: there is none yet.
struct Page {
    AccountId account;
    Content content{};
    std::optional<FileId> photo{};
    std::vector<PortfolioPicture> portfolio{};
    bool is_published = false;
    std::int64_t rating_sum = 0;
    std::int64_t rating_count = 0;
    std::int64_t version = 0;
};

/// What anybody may know of who is behind a page.
struct Seller {
    std::string display_name;
    bool is_professional = false; // consumers must be told (C. conso L111-7)
};

/// The page as anybody sees it; `skills` and `portfolio` are the JSON texts they are stored as.
struct PublicPage {
    AccountId account_id = storage::unread;
    std::string display_name, city, description, skills, portfolio, clientele;
    std::optional<FileId> photo_id;
    std::int64_t rating_sum = 0, rating_count = 0;
    Instant published_at{};
    bool is_professional = false; // what consumers must be told of a seller (C. conso L111-7)
    auto fields()
    {
        return std::tie(account_id, display_name, city, description, skills, portfolio, clientele,
                        photo_id, rating_sum, rating_count, published_at, is_professional);
    }
};

/// The mean of `count` ratings in hundredths, half-up; 0 without any.
std::int64_t mean_e2(std::int64_t sum, std::int64_t count);

/// The content as it is sealed, and back.
std::string written(const Content& content);
Content content_in(std::string_view text);

/// The portfolio as the public page holds it.
std::string written(const std::vector<PortfolioPicture>& portfolio);

} // namespace domain::pages
