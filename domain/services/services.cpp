#include "domain/services/services.hpp"

#include "domain/core/refused.hpp"
#include "domain/services/service_store.hpp"

namespace domain::services {

namespace {

void check_page(Transaction& tx, const AccountId& provider)
{
    if (lock_page(tx, provider)) return;
    throw Refused(Refusal::action_unavailable,
                  {"Créez d'abord votre page.", "Write your page first."});
}

} // namespace

Service offer(Transaction& tx, const AccountId& provider, const Content& content, bool is_published)
{
    check_page(tx, provider);
    if (count_of(tx, provider) >= static_cast<std::int64_t>(services_max)) {
        throw Refused(Refusal::action_unavailable,
                      {"50 services au plus.", "At most 50 services."});
    }
    Service service{ServiceId::fresh(tx.now), provider, content, is_published};
    insert(tx, service);
    project(tx, service);
    return service;
}

Service find_own(Transaction& tx, const AccountId& provider, const ServiceId& id)
{
    auto service = find(tx, id);
    if (service.provider != provider) throw not_found();
    return service;
}

Service change(Transaction& tx, const SeenVersions& seen, const Service& changed)
{
    if (!seen.hold(changed.version) || !update(tx, changed)) {
        throw Refused(Refusal::changed_meanwhile,
                      {"Ce service a changé entre-temps.", "This service has changed meanwhile."});
    }
    project(tx, changed);
    auto saved = changed;
    ++saved.version;
    return saved;
}

void remove(Transaction& tx, const AccountId& provider, const ServiceId& id)
{
    erase(tx, find_own(tx, provider, id).id);
}

void publish_all(Transaction& tx, const AccountId& provider)
{
    for (const auto& service : of_provider(tx, provider))
        project(tx, service);
}

} // namespace domain::services
