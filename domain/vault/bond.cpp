#include "domain/vault/bond.hpp"

#include "domain/core/crypto.hpp"

namespace domain::vault {

namespace {

constexpr auto purpose = "bond";

bool holds(const Vault& vault, Side side, const Bond& bond)
{
    const auto made = bond_of(vault, side, bond.installation);
    return equal_in_constant_time(made.check_value, bond.check_value);
}

/// Both sides say whose they are.
std::string mismatch_of_tied(const Vault& vault, const Bond& keys, const Bond& data)
{
    const bool keys_hold = holds(vault, Side::keys, keys);
    const bool data_hold = holds(vault, Side::data, data);
    const bool is_one = keys.installation == data.installation;
    if (!keys_hold && !data_hold && is_one) {
        return "the master key is not the one of these databases: [keys] master_key_file must "
               "name the key that they were made with";
    }
    if (!keys_hold && !data_hold) {
        return "master key, key database and data are of different installations: [keys] "
               "master_key_file, [database] keys_url and [database] url must name those of one";
    }
    if (!keys_hold) {
        return "the key database is another installation's: [database] keys_url must name the "
               "one that the keys of these data are in";
    }
    if (!data_hold || !is_one) {
        return "the data are another installation's than the keys: [database] url and [database] "
               "keys_url must name two databases of one installation";
    }
    return {};
}

/// One side, or none, says whose it is: right after `migrate` was cut off, or for the first time.
std::string mismatch_of_untied(const Vault& vault, const Found& found)
{
    if (found.data) {
        return "the key database is a new one, but the data are not: [database] keys_url must "
               "name the one that the keys of these data are in; without it nothing in them can "
               "be read";
    }
    if (found.keys && !holds(vault, Side::keys, *found.keys)) {
        return "the master key is not the one of the key database: [keys] master_key_file must "
               "name the key that it was made with";
    }
    if (found.has_people && !found.people_open) {
        return "the keys of these data are not in the key database, or under another master key: "
               "[database] keys_url and [keys] master_key_file must name theirs";
    }
    if (!found.has_people && found.has_keys) {
        return "the key database holds keys, but the data are new: [database] url must name the "
               "data that they are of, or [database] keys_url an empty database";
    }
    return {};
}

} // namespace

Bond bond_of(const Vault& vault, Side side, const std::string& installation)
{
    const std::string name = side == Side::keys ? "keys " : "data ";
    return {installation, vault.signature(purpose, name + installation)};
}

bool is_tied(const Found& found)
{
    return found.keys && found.data;
}

std::string mismatch(const Vault& vault, const Found& found)
{
    return is_tied(found) ? mismatch_of_tied(vault, *found.keys, *found.data)
                          : mismatch_of_untied(vault, found);
}

} // namespace domain::vault
