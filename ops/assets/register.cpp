#include "ops/assets/register.hpp"

#include <stdexcept>

#include "domain/core/check.hpp"
#include "domain/vault/vault.hpp"
#include "ops/assets/embedded.hpp"

namespace ops {

using namespace domain;

namespace {

std::vector<std::string> unregistered(Database& db, Vault& vault)
{
    const auto known = known_register();
    std::vector<std::string> faults;
    const auto look = [&](Database& live, const std::string& database) {
        live.read([&](Transaction& tx) {
            for (const auto& name : policy::unregistered(tx, known, database))
                faults.push_back(name + " (" + database + ") is not in the register");
        });
    };
    look(db, "data");
    look(vault.keys(), "keys");
    return faults;
}

} // namespace

policy::Register known_register()
{
    for (const auto& file : embedded()) {
        if (file.path == "ops/privacy/register.json") return policy::Register::parse(file.text);
    }
    throw Bug("the register travels inside the binary");
}

std::vector<std::string> register_faults(Database& db, Vault& vault)
{
    const auto known = known_register();
    auto faults = unregistered(db, vault);
    const auto look = [&](Database& live, const std::string& database) {
        live.read([&](Transaction& tx) {
            for (const auto& name : policy::missing(tx, known, database))
                faults.push_back(name + " (" + database + ") is registered and does not exist");
        });
    };
    look(db, "data");
    look(vault.keys(), "keys");
    return faults;
}

void require_registered(Database& db, Vault& vault)
{
    std::string text;
    for (const auto& fault : unregistered(db, vault))
        text += "\n  " + fault;
    if (!text.empty()) throw std::runtime_error("the register of personal data:" + text);
}

} // namespace ops
