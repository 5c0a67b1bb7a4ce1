#include "ops/installation/belonging.hpp"

#include <algorithm>
#include <stdexcept>

#include "domain/accounts/account_store.hpp"
#include "domain/forgetting/erasure_journal.hpp"
#include "domain/storage/migrate.hpp"
#include "domain/vault/bond_store.hpp"
#include "domain/vault/signer.hpp"
#include "ops/assets/migrations.hpp"
#include "ops/installation/secret.hpp"

namespace ops {

using namespace domain;

namespace {

constexpr auto older_keys =
    "the key database is older than the data: it lacks what was made or destroyed since. Put "
    "back a key database at least as recent as the data, or data no more recent than the keys";

/// Whether the account made last has its key, which is made before it is. One that was erased since
/// has none, nor has one that goes at this moment.
bool newest_person_opens(Database& data, Vault& vault)
{
    const auto newest = [&] { return data.read_latest(accounts::newest); };
    const auto account = newest();
    if (!account || vault.has_key(account->text(), Category::contact)) return true;
    const bool erased = vault.keys().read_latest(
        [&](Transaction& keys) { return forgetting::was_erased(keys, account->text()); });
    return erased || newest() != account;
}

/// Looks at the data before the keys, which are tied before the data are: data that another program
/// ties at this moment are not taken for data of other keys.
vault::Found found_in(Database& data, Vault& vault)
{
    vault::Found found;
    found.data = data.read_latest(vault::maybe_bond);
    found.keys = vault.keys().read_latest(vault::maybe_bond);
    if (vault::is_tied(found)) return found;
    found.has_keys = vault.keys().read_latest(vault::has_keys);
    found.has_people = data.read_latest(accounts::newest).has_value();
    found.people_open = newest_person_opens(data, vault);
    return found;
}

void require_match(const Vault& vault, const vault::Found& found)
{
    const auto reason = vault::mismatch(vault, found);
    if (!reason.empty()) throw std::runtime_error(reason);
}

void require_tied(Database& data, Vault& vault)
{
    const auto found = found_in(data, vault);
    require_match(vault, found);
    if (!vault::is_tied(found)) {
        throw std::runtime_error("the databases are not tied to their master key: run "
                                 "`entremise --config FILE migrate`");
    }
}

/// Before anything is applied: a database of somebody else's is not to be changed. The data are
/// looked at before the keys, as in found_in.
void require_match_before(Database& data, Vault& vault, const Config& config)
{
    const auto has = [](const std::vector<std::string>& pending, std::string_view noun) {
        return std::ranges::none_of(
            pending, [&](const auto& name) { return name.substr(name.find('_') + 1) == noun; });
    };
    vault::Found found;
    const auto of_data = storage::pending(config.database_url, migrations());
    if (has(of_data, "bond")) found.data = data.read_latest(vault::maybe_bond);
    const auto of_keys = storage::pending(config.keys_url, key_migrations());
    if (has(of_keys, "bond")) found.keys = vault.keys().read_latest(vault::maybe_bond);
    if (!vault::is_tied(found)) {
        found.has_keys = has(of_keys, "data_keys") && vault.keys().read_latest(vault::has_keys);
        found.has_people =
            has(of_data, "accounts") && data.read_latest(accounts::newest).has_value();
        found.people_open =
            has(of_keys, "erasures") && found.has_people && newest_person_opens(data, vault);
    }
    require_match(vault, found);
}

} // namespace

void require_belonging(Database& data, Vault& vault)
{
    require_tied(data, vault);
    const auto seen = data.read_latest(forgetting::erasures_seen);
    const auto last = vault.keys().read_latest(forgetting::last_erasure);
    if (seen > last || !newest_person_opens(data, vault)) throw std::runtime_error(older_keys);
}

std::vector<std::string> migrate(const Config& config, Instant now)
{
    const auto clock = [now] { return now; };
    Vault vault(read_master_key(config.master_key_file), config.keys_url, 1, clock);
    Database data(config.database_url, "", 1, clock, vault);
    require_match_before(data, vault, config);
    auto names = storage::migrate(config.keys_url, key_migrations(), now);
    std::ranges::move(storage::migrate(config.database_url, migrations(), now),
                      std::back_inserter(names));
    vault::tie(data, vault);
    require_belonging(data, vault);
    vault::Signer::of(vault); // makes the first signing key
    return names;
}

} // namespace ops
