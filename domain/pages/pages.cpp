#include "domain/pages/pages.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/accounts/active.hpp"
#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/pages/page_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/services/service_store.hpp"
#include "domain/services/services.hpp"

namespace domain::pages {

namespace {

constexpr std::string_view photo_path = "page.photo"; // all that a policy may demand of a page

void check_publishable(const Page& page, const policy::Policy& policy)
{
    const auto& mandatory = policy.mandatory(policy::Who::provider, policy::Step::publication);
    if (!mandatory.contains(std::string(photo_path)) || page.photo) return;
    throw Refused(
        Refusal::action_unavailable,
        {"Pour l'étape « publication », il manque une photo.",
         "For the step \"publication\" a photo is missing."},
        {{std::string(photo_path),
          {"Ce champ est obligatoire à cette étape.", "This field is mandatory at this step."}}});
}

/// Writes the public copies of page and services as the page now stands.
void publish(Transaction& tx, const Page& page)
{
    if (!page.is_published) services::unpublish_all(tx, page.account);
    const auto profile = profiles::profile_of(tx, accounts::find(tx, page.account));
    project(tx, page, {profiles::public_name(profile.person), profiles::is_professional(profile)});
    if (page.is_published) services::publish_all(tx, page.account);
}

Page saved(Transaction& tx, const Page& page)
{
    save(tx, page);
    auto after = find(tx, page.account);
    publish(tx, after);
    return after;
}

FileId stored(Transaction& tx, const AccountId& provider, std::string_view kind,
              const Picture& picture)
{
    auto id = FileId::fresh(tx.now);
    storage::put_file(tx, id, provider, {kind, picture.media_type, picture.bytes});
    return id;
}

PublicPage published(Transaction& tx, const AccountId& provider, std::vector<PublicPage> found)
{
    if (!found.empty()) return std::move(found.front());
    if (!is_gone(tx, provider)) throw not_found();
    throw Refused(Refusal::gone, {"Cette page n'existe plus : le compte a été fermé.",
                                  "This page is no more: the account was closed."});
}

} // namespace

Page mine(Transaction& tx, const AccountId& provider)
{
    return find(tx, provider);
}

Page write(Transaction& tx, const AccountId& provider, const Wanted& wanted,
           const policy::Policy& policy)
{
    accounts::require_active(tx, provider);
    auto page = lock(tx, provider);
    if (!wanted.versions.hold(page.version)) {
        throw Refused(Refusal::changed_meanwhile,
                      {"Votre page a changé entre-temps.", "Your page has changed meanwhile."});
    }
    page.content = wanted.content;
    page.is_published = wanted.is_published;
    if (page.is_published) check_publishable(page, policy);
    return saved(tx, page);
}

Page put_photo(Transaction& tx, const AccountId& provider, const Picture& picture)
{
    auto page = lock(tx, provider);
    const auto former = page.photo;
    page.photo = stored(tx, provider, "profile_photo", picture);
    auto after = saved(tx, page);
    if (former) storage::erase_file(tx, *former);
    return after;
}

Page add_picture(Transaction& tx, const AccountId& provider, const Picture& picture,
                 const std::string& caption)
{
    const auto page = lock(tx, provider);
    if (page.portfolio.size() >= portfolio_max) {
        throw Refused(Refusal::action_unavailable, {"20 images au plus.", "At most 20 pictures."});
    }
    save(tx, page); // the first picture may come before the first words
    insert_picture(tx, provider, {stored(tx, provider, "portfolio_picture", picture), caption});
    auto after = find(tx, provider);
    publish(tx, after);
    return after;
}

Page remove_picture(Transaction& tx, const AccountId& provider, const FileId& id)
{
    const auto page = lock(tx, provider);
    if (!erase_picture(tx, provider, id)) throw not_found();
    storage::erase_file(tx, id);
    auto kept = page;
    std::erase_if(kept.portfolio, [&](const auto& picture) { return picture.id == id; });
    return saved(tx, kept);
}

Shown show(Transaction& tx, const AccountId& provider)
{
    auto [found, services] =
        tx.both(public_page_of(provider), services::public_services_of(provider));
    return {published(tx, provider, std::move(found)), std::move(services)};
}

PublicPage read_public(Transaction& tx, const AccountId& provider)
{
    return published(tx, provider, tx.all(public_page_of(provider)));
}

storage::FileRecord published_file(Transaction& tx, const FileId& id)
{
    if (!shows(tx, id)) throw not_found();
    auto file = storage::find_file(tx, id);
    check(file.has_value(), "a page shows files that exist");
    return *std::move(file);
}

void count_rating(Transaction& tx, const AccountId& provider, std::int64_t rating,
                  std::int64_t times)
{
    // Somebody may be reviewed before having written a page: it will show every review.
    const auto account = accounts::find(tx, provider);
    if (account.state == accounts::AccountState::active && lock(tx, provider).version == 0) {
        save(tx, {.account = provider});
    }
    const auto total = add_rating(tx, provider, rating * times, times);
    if (total) services::set_rating(tx, provider, mean_e2(total->sum, total->count));
}

void rename(Transaction& tx, const AccountId& provider)
{
    const auto page = lock(tx, provider);
    if (page.is_published) publish(tx, page);
}

void withdraw(Transaction& tx, const AccountId& provider)
{
    auto page = lock(tx, provider);
    if (!page.is_published) return;
    mark_gone(tx, provider);
    services::mark_gone(tx, provider);
    page.is_published = false;
    saved(tx, page);
}

void erase(Transaction& tx, const AccountId& provider)
{
    withdraw(tx, provider);
    const auto page = lock(tx, provider);
    services::erase_all(tx, provider);
    erase_page(tx, provider);
    for (const auto& picture : page.portfolio)
        storage::erase_file(tx, picture.id);
    if (page.photo) storage::erase_file(tx, *page.photo);
}

std::vector<std::string> unknown_demands(const policy::Policy& policy)
{
    std::vector<std::string> unknown;
    for (const auto& demand : policy.demands()) {
        if (demand.step != policy::Step::publication) continue;
        if (demand.who == policy::Who::provider && demand.path == photo_path) continue;
        unknown.push_back("fields." + std::string(name(demand.who)) + ".publication demands \"" +
                          demand.path + "\"; a provider's page may be asked for " +
                          std::string(photo_path) + " only");
    }
    return unknown;
}

} // namespace domain::pages
