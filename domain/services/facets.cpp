#include "domain/services/facets.hpp"

#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/services/service.hpp"

namespace domain::services {

namespace {

struct Row {
    std::string folded_name, example;
    std::int64_t count = 0;
    auto fields() { return std::tie(folded_name, example, count); }
};

/// The skill of a service's list that was found by `word`, with its accents and capitals.
std::string spelled(const std::string& word, const std::string& skills)
{
    const auto all = texts_in(skills);
    const auto found =
        std::ranges::find_if(all, [&](const auto& skill) { return folded(skill) == word; });
    return found == all.end() ? word : *found;
}

} // namespace

Facets facets(Transaction& tx, int most)
{
    const auto [skills, cities] = tx.both(storage::query<Row>(R"(
        SELECT w.word, MIN(s.skills), COUNT(*)
          FROM service_words w
          JOIN public_services s ON s.id = w.service_id
         WHERE w.is_skill = 1
         GROUP BY w.word
         ORDER BY COUNT(*) DESC, w.word
         LIMIT :most)",
                                                              most),
                                          storage::query<Row>(R"(
        SELECT s.city_folded, MIN(s.city), COUNT(*)
          FROM public_services s
         GROUP BY s.city_folded
         ORDER BY COUNT(*) DESC, s.city_folded
         LIMIT :most)",
                                                              most));
    Facets all;
    for (const auto& skill : skills)
        all.skills.push_back({spelled(skill.folded_name, skill.example), skill.count});
    for (const auto& city : cities)
        all.cities.push_back({city.example, city.count});
    return all;
}

} // namespace domain::services
