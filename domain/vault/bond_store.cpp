#include "domain/vault/bond_store.hpp"

#include "domain/core/id.hpp"

namespace domain::vault {

namespace {

void write_if_none(Transaction& tx, const Bond& bond)
{
    tx.run(R"(
        INSERT INTO bond (id, installation, check_value, made_at)
        VALUES (1, :installation, :check, :at)
        ON CONFLICT (id) DO NOTHING)",
           bond.installation, bond.check_value, tx.now);
}

} // namespace

std::optional<Bond> maybe_bond(Transaction& tx)
{
    return tx.maybe<Bond>("SELECT installation, check_value FROM bond");
}

void tie(Database& data, Vault& vault)
{
    const auto fresh = fresh_suffix(data.now());
    const auto installation = vault.keys().transaction([&](Transaction& keys) {
        write_if_none(keys, bond_of(vault, Side::keys, fresh));
        return keys.one<std::string>("SELECT installation FROM bond");
    });
    data.transaction(
        [&](Transaction& tx) { write_if_none(tx, bond_of(vault, Side::data, installation)); });
}

bool has_keys(Transaction& keys)
{
    return !keys.all<std::string>("SELECT key_id FROM data_keys LIMIT 1").empty();
}

} // namespace domain::vault
