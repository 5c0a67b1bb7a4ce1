#include "domain/pages/page.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/money.hpp"

namespace domain::pages {

using nlohmann::json;

std::int64_t mean_e2(std::int64_t sum, std::int64_t count)
{
    return count == 0 ? 0 : half_up(sum, 100, count);
}

std::string written(const Content& content)
{
    return json{
        {"city", content.city}, {"description", content.description}, {"skills", content.skills}}
        .dump();
}

Content content_in(std::string_view text)
{
    const auto record = json::parse(text);
    return {record.at("city").get<std::string>(), record.at("description").get<std::string>(),
            record.at("skills").get<std::vector<std::string>>()};
}

std::string written(const std::vector<PortfolioPicture>& portfolio)
{
    auto pictures = json::array();
    for (const auto& picture : portfolio)
        pictures.push_back({{"id", picture.id.text()}, {"caption", picture.caption}});
    return pictures.dump();
}

} // namespace domain::pages
