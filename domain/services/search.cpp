#include "domain/services/search.hpp"

#include <array>
#include <charconv>
#include <limits>

#include "domain/core/refused.hpp"
#include "domain/core/text.hpp"
#include "domain/core/words.hpp"
#include "domain/services/service.hpp"
#include "domain/services/service_store.hpp"

namespace domain::services {

namespace {

struct Place {
    std::int64_t rank = std::numeric_limits<std::int64_t>::max();
    std::string id;
};

Place place_in(const std::string& after)
{
    Place place;
    if (after.empty()) return place;
    const auto* end = after.data() + after.size();
    const auto [rest, error] = std::from_chars(after.data(), end, place.rank);
    if (error != std::errc() || rest == end || *rest != ' ') {
        throw Refused(Refusal::invalid_fields,
                      {"La suite demandée ne se lit pas : reprenez la liste à son début.",
                       "What was to follow is unreadable: begin the list again."},
                      {{"cursor", {"Curseur illisible.", "Unreadable cursor."}}});
    }
    place.id.assign(rest + 1, end);
    return place;
}

/// The first words of a query; "" where there are fewer.
std::array<std::string, search_words_max> words_in(std::string_view text)
{
    std::array<std::string, search_words_max> first;
    std::size_t i = 0;
    for (const auto& word : words_of(text)) {
        if (i == first.size()) break;
        first[i++] = word;
    }
    return first;
}

} // namespace

std::string_view name(Sort sort)
{
    switch (sort) {
    case Sort::newest: return "newest";
    case Sort::rating: return "rating";
    case Sort::price: return "price";
    }
    return "newest";
}

std::optional<Sort> parse_sort(std::string_view text)
{
    return named<Sort>(text);
}

std::vector<Found> search(Transaction& tx, const Search& wanted, int most)
{
    const auto words = words_in(wanted.words);
    const auto place = place_in(wanted.after);
    const auto city = folded(wanted.city);
    const auto skill = folded(wanted.skill);
    const auto sort = name(wanted.sort);
    return tx.all<Found>(
        R"(
        SELECT f.id, f.title, f.description, f.city, f.skills, f.price_minor, f.price_per,
               f.provider_id, p.display_name, g.photo_id,
               (SELECT MIN(q.id) FROM portfolio_pictures q WHERE q.account_id = f.provider_id),
               g.rating_sum, g.rating_count, f.place
          FROM (SELECT s.id, s.provider_id, s.title, s.description, s.city, s.skills,
                       s.price_minor, s.price_per,
                       CASE :sort WHEN 'rating' THEN s.rating_e2
                                  WHEN 'price' THEN -COALESCE(s.price_minor, 1000000000000)
                                  ELSE 0 END AS place
                  FROM public_services s
                 WHERE (:city = '' OR s.city_folded = :city)
                   AND s.rating_e2 >= :rating
                   AND (:skill = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 1 AND w.word = :skill))
                   AND (:w1 = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 0
                           AND w.word LIKE :w1 || '%'))
                   AND (:w2 = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 0
                           AND w.word LIKE :w2 || '%'))
                   AND (:w3 = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 0
                           AND w.word LIKE :w3 || '%'))
                   AND (:w4 = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 0
                           AND w.word LIKE :w4 || '%'))
                   AND (:w5 = '' OR EXISTS (SELECT 1 FROM service_words w
                         WHERE w.service_id = s.id AND w.is_skill = 0
                           AND w.word LIKE :w5 || '%'))) f
          JOIN public_pages p ON p.account_id = f.provider_id
          JOIN provider_pages g ON g.account_id = f.provider_id
         WHERE f.place < :rank OR (f.place = :rank AND (:id = '' OR f.id < :id))
         ORDER BY f.place DESC, f.id DESC
         LIMIT :most)",
        sort, city, wanted.rating_e2_min, skill, words[0], words[1], words[2], words[3], words[4],
        place.rank, place.id, most);
}

std::optional<Found> find_public(Transaction& tx, const ServiceId& id)
{
    return tx.maybe<Found>(R"(
        SELECT s.id, s.title, s.description, s.city, s.skills, s.price_minor, s.price_per,
               s.provider_id, p.display_name, g.photo_id,
               (SELECT MIN(q.id) FROM portfolio_pictures q WHERE q.account_id = s.provider_id),
               g.rating_sum, g.rating_count, 0
          FROM public_services s
          JOIN public_pages p ON p.account_id = s.provider_id
          JOIN provider_pages g ON g.account_id = s.provider_id
         WHERE s.id = :id)",
                           id);
}

Found read_public(Transaction& tx, const ServiceId& id)
{
    if (auto found = find_public(tx, id)) return *std::move(found);
    if (!is_gone(tx, id)) throw not_found();
    throw Refused(Refusal::gone,
                  {"Ce service n'est plus proposé : le compte du prestataire a été fermé.",
                   "This service is no more: the provider's account was closed."});
}

storage::Query<Offered, AccountId> public_services_of(const AccountId& provider)
{
    return storage::query<Offered>(R"(
        SELECT s.id, s.title, s.description, s.city, s.skills, s.price_minor, s.price_per
          FROM public_services s
         WHERE s.provider_id = :provider
         ORDER BY s.id)",
                                   provider);
}

} // namespace domain::services
