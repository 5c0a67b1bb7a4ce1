#include "domain/profiles/former_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/core/stored.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::profiles {

namespace {

constexpr std::size_t most_former = 200;

vault::SealedRow sealed_row(Transaction& tx, const AccountId& id)
{
    return {tx, "former_traits", Category::profile, id.text()};
}

std::vector<Trait> opened(const std::string& text)
{
    std::vector<Trait> traits;
    if (text.empty()) return traits; // its key is gone
    for (const auto& pair : nlohmann::json::parse(text)) {
        traits.push_back({stored(parse_trait_kind(pair.at(0).get<std::string>())),
                          pair.at(1).get<std::string>()});
    }
    return traits;
}

std::string written(const std::vector<Trait>& traits)
{
    auto list = nlohmann::json::array();
    for (const auto& trait : traits)
        list.push_back({name(trait.kind), trait.text});
    return list.dump();
}

} // namespace

void keep_former(Transaction& tx, const AccountId& id, const Profile& before, const Profile& after)
{
    auto gone = traits_of(before);
    const auto present = traits_of(after);
    std::erase_if(gone, [&](const Trait& trait) {
        return std::ranges::find(present, trait) != present.end();
    });
    if (gone.empty()) return;

    auto all = former_traits(tx, id);
    for (const auto& trait : gone) {
        std::erase(all, trait);
        all.push_back(trait);
    }
    if (all.size() > most_former) all.erase(all.begin(), all.end() - most_former);
    tx.run(R"(
        INSERT INTO former_traits (account_id, traits)
        VALUES (:account, :traits)
        ON CONFLICT (account_id) DO UPDATE SET traits = excluded.traits)",
           id, sealed_row(tx, id).sealed("traits", written(all)));
}

std::vector<Trait> former_traits(Transaction& tx, const AccountId& id)
{
    const auto sealed =
        tx.maybe<std::string>("SELECT traits FROM former_traits WHERE account_id = :account", id);
    if (!sealed) return {};
    return opened(sealed_row(tx, id).opened("traits", sealed));
}

} // namespace domain::profiles
