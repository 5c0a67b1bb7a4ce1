#include "domain/services/service_store.hpp"

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/text.hpp"
#include "domain/vault/vault.hpp"

namespace domain::services {

namespace {

constexpr std::string_view content_column = "services.content";

struct Row {
    std::string id, provider, content;
    bool is_published = false;
    std::int64_t version = 0;
    auto fields() { return std::tie(id, provider, content, is_published, version); }
};

Service to_service(Transaction& tx, const Row& row)
{
    const auto id = ServiceId::parse(row.id);
    const auto provider = AccountId::parse(row.provider);
    check(id && provider, "a stored service reads back");
    const auto content = tx.vault.open({content_column, row.id}, row.content);
    return {*id, *provider, content ? content_in(*content) : Content{}, row.is_published,
            row.version};
}

std::string sealed(Transaction& tx, const Service& service)
{
    return tx.vault.seal(service.provider.text(), Category::profile,
                         {content_column, service.id.text()}, written(service.content));
}

void drop_projection(Transaction& tx, const ServiceId& id)
{
    tx.run("DELETE FROM service_words WHERE service_id = :id", id);
    tx.run("DELETE FROM public_services WHERE id = :id", id);
}

void insert_words(Transaction& tx, const Service& service)
{
    constexpr std::string_view sql = R"(
        INSERT INTO service_words (word, service_id, is_skill)
        VALUES (:word, :service, :is_skill)
        ON CONFLICT DO NOTHING)";
    auto text = service.content.title + " " + service.content.description;
    for (const auto& skill : service.content.skills) {
        text += " " + skill;
        tx.run(sql, folded(skill), service.id, true);
    }
    for (const auto& word : words_of(text))
        tx.run(sql, word, service.id, false);
}

} // namespace

void insert(Transaction& tx, const Service& service)
{
    tx.run(R"(
        INSERT INTO services (id, provider_id, content, is_published, version, created_at,
                              updated_at)
        VALUES (:id, :provider, :content, :is_published, :version, :at, :at))",
           service.id, service.provider, sealed(tx, service), service.is_published, service.version,
           tx.now);
}

bool update(Transaction& tx, const Service& service)
{
    return tx.run(R"(
        UPDATE services
           SET content = :content, is_published = :is_published, version = version + 1,
               updated_at = :now
         WHERE id = :id AND version = :version)",
                  sealed(tx, service), service.is_published, tx.now, service.id,
                  service.version) == 1;
}

void erase(Transaction& tx, const ServiceId& id)
{
    drop_projection(tx, id);
    tx.run("DELETE FROM services WHERE id = :id", id);
}

Service find(Transaction& tx, const ServiceId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, provider_id, content, is_published, version
          FROM services
         WHERE id = :id)",
                                   id);
    if (!row) throw not_found();
    return to_service(tx, *row);
}

std::vector<Service> of_provider(Transaction& tx, const AccountId& provider)
{
    std::vector<Service> services;
    for (const auto& row : tx.all<Row>(R"(
             SELECT id, provider_id, content, is_published, version
               FROM services
              WHERE provider_id = :provider
              ORDER BY id)",
                                       provider)) {
        services.push_back(to_service(tx, row));
    }
    return services;
}

bool lock_page(Transaction& tx, const AccountId& provider)
{
    return tx
        .maybe<std::string>(
            "SELECT account_id FROM provider_pages WHERE account_id = :id FOR UPDATE", provider)
        .has_value();
}

std::int64_t count_of(Transaction& tx, const AccountId& provider)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM services WHERE provider_id = :provider",
                                provider);
}

void project(Transaction& tx, const Service& service)
{
    drop_projection(tx, service.id);
    if (!service.is_published) return;
    const auto& content = service.content;
    const std::optional<std::int64_t> price =
        content.price_from ? std::optional(content.price_from->minor()) : std::nullopt;
    const auto copied =
        tx.run(R"(
        INSERT INTO public_services (id, provider_id, title, description, city, city_folded, skills,
                                     price_minor, price_per, rating_e2)
        SELECT :id, p.account_id, :title, :description, :city, :city_folded, :skills, :price,
               :price_per,
               CASE WHEN p.rating_count = 0 THEN 0 
                    ELSE (p.rating_sum * 200 + p.rating_count) / (2 * p.rating_count) END
          FROM provider_pages p
         WHERE p.account_id = :provider AND p.is_published = 1)",
               service.id, content.title, content.description, content.city, folded(content.city),
               written(content.skills), price, content.price_per, service.provider);
    if (copied == 1) insert_words(tx, service);
}

void unpublish_all(Transaction& tx, const AccountId& provider)
{
    tx.run(R"(
        DELETE FROM service_words
         WHERE service_id IN (SELECT id FROM public_services WHERE provider_id = :provider))",
           provider);
    tx.run("DELETE FROM public_services WHERE provider_id = :provider", provider);
}

void mark_gone(Transaction& tx, const AccountId& provider)
{
    tx.run(R"(
        INSERT INTO gone_services (service_id, gone_at)
        SELECT id, :now
          FROM public_services
         WHERE provider_id = :provider
            ON CONFLICT DO NOTHING)",
           tx.now, provider);
}

bool is_gone(Transaction& tx, const ServiceId& id)
{
    return tx.maybe<std::string>("SELECT service_id FROM gone_services WHERE service_id = :id", id)
        .has_value();
}

void erase_all(Transaction& tx, const AccountId& provider)
{
    unpublish_all(tx, provider);
    tx.run("DELETE FROM services WHERE provider_id = :provider", provider);
}

void set_rating(Transaction& tx, const AccountId& provider, std::int64_t rating_e2)
{
    tx.run("UPDATE public_services SET rating_e2 = :rating WHERE provider_id = :provider",
           rating_e2, provider);
}

} // namespace domain::services
