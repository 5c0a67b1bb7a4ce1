#pragma once

#include <cstdlib>
#include <string>

#include "domain/core/crypto.hpp"
#include "domain/storage/database.hpp"
#include "domain/storage/migrate.hpp"
#include "domain/vault/vault.hpp"
#include "ops/assets/embedded.hpp"
#include "tests/support/temporary.hpp"

namespace tests {

/// The migrations that travel in the binary.
inline std::vector<domain::storage::Migration> migrations(std::string_view folder)
{
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : ops::embedded())
        files.emplace_back(file.path, file.text);
    return domain::storage::migrations_in(folder, files);
}

/// Two databases of one's own, data and keys, migrated: SQLite files on tmpfs, or on the server
/// that ENTREMISE_TEST_DATABASE_URL names (a libpq URI without a database: "postgresql:///?host=…";
/// it must allow CREATE DATABASE). Gone with the object.
class Databases {
public:
    Databases()
    {
        const char* server = std::getenv("ENTREMISE_TEST_DATABASE_URL");
        const auto unique = domain::to_hex(domain::random_bytes(6));
        if (server == nullptr || std::string(server).empty()) {
            data = "sqlite:" + folder_.path() + "/data.db";
            keys = "sqlite:" + folder_.path() + "/keys.db";
        } else {
            server_ = server;
            for (const auto* name : {"data", "keys"}) {
                domain::storage::Session(with_database("postgres"))
                    .execute("CREATE DATABASE test_" + std::string(name) + "_" + unique);
            }
            data = with_database("test_data_" + unique);
            keys = with_database("test_keys_" + unique);
        }
        migrate(keys, "ops/migrations/keys/");
        migrate(data, "ops/migrations/");
    }
    ~Databases()
    {
        if (server_.empty()) return;
        for (const auto& url : {data, keys}) {
            const auto from = url.find("///") + 3;
            const auto name = url.substr(from, url.find('?') - from);
            try {
                domain::storage::Session(with_database("postgres"))
                    .execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            } catch (const std::exception&) {
                // The server goes with the test run anyway.
            }
        }
    }
    Databases(const Databases&) = delete;
    Databases& operator=(const Databases&) = delete;

    std::string data, keys;

    bool on_postgresql() const { return !server_.empty(); }
    const std::string& folder() const { return folder_.path(); }

private:
    static void migrate(const std::string& url, std::string_view folder)
    {
        domain::storage::migrate(url, migrations(folder), domain::instant_of(0));
    }
    /// "postgresql:///?host=/tmp/pg" -> "postgresql:///NAME?host=/tmp/pg"
    std::string with_database(const std::string& name) const
    {
        const auto at = server_.find('?');
        return server_.substr(0, at) + name + (at == std::string::npos ? "" : server_.substr(at));
    }

    Temporary folder_;
    std::string server_;
};

} // namespace tests
