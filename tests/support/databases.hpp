#pragma once

#include <cstdlib>
#include <filesystem>
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

/// The server that ENTREMISE_TEST_DATABASE_URL names (a libpq URI without a database:
/// "postgresql:///?host=…"; it must allow CREATE DATABASE), or none: SQLite.
class Server {
public:
    Server()
    {
        const char* url = std::getenv("ENTREMISE_TEST_DATABASE_URL");
        if (url != nullptr) url_ = url;
    }

    bool is_postgresql() const { return !url_.empty(); }

    /// "postgresql:///?host=/tmp/pg" -> "postgresql:///NAME?host=/tmp/pg"
    std::string database(const std::string& name) const
    {
        const auto at = url_.find('?');
        return url_.substr(0, at) + name + (at == std::string::npos ? "" : url_.substr(at));
    }

    void create(const std::string& name, const std::string& like = "template0") const
    {
        // Copied as files: half the time of writing it all to the log, which nobody reads here.
        administer("CREATE DATABASE " + name + " TEMPLATE " + like + " STRATEGY file_copy");
    }
    void drop(const std::string& name) const
    {
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

private:
    void administer(const std::string& sql) const
    {
        domain::storage::Session(database("postgres")).execute(sql);
    }

    std::string url_;
};

/// Data and keys, migrated once for all tests of the process, which work on copies.
class Patterns {
public:
    static const Patterns& all()
    {
        static const Patterns patterns;
        return patterns;
    }

    /// A copy of the pattern `which` ("data", "keys"); its URL. On SQLite in `folder`.
    std::string copied(const std::string& which, const std::string& unique,
                       const std::string& folder) const
    {
        if (server_.is_postgresql()) {
            const auto name = "test_" + which + "_" + unique;
            server_.create(name, name_of(which));
            return server_.database(name);
        }
        const auto file = "/" + which + ".db";
        std::filesystem::copy_file(folder_.path() + file, folder + file);
        return "sqlite:" + folder + file;
    }

    void drop(const std::string& which, const std::string& unique) const
    {
        dropped("test_" + which + "_" + unique);
    }

private:
    Patterns()
    {
        for (const auto& [which, folder] :
             {std::pair{"keys", "ops/migrations/keys/"}, {"data", "ops/migrations/"}}) {
            auto url = "sqlite:" + folder_.path() + "/" + which + ".db";
            if (server_.is_postgresql()) {
                server_.create(name_of(which));
                url = server_.database(name_of(which));
            }
            domain::storage::migrate(url, migrations(folder), domain::instant_of(0));
        }
    }
    ~Patterns()
    {
        for (const auto* which : {"keys", "data"})
            dropped(name_of(which));
    }

    void dropped(const std::string& name) const
    {
        try {
            if (server_.is_postgresql()) server_.drop(name);
        } catch (const std::exception&) {
            // The server goes with the test run anyway.
        }
    }

    std::string name_of(const std::string& which) const
    {
        return "pattern_" + which + "_" + unique_;
    }

    Server server_;
    Temporary folder_;
    std::string unique_ = domain::to_hex(domain::random_bytes(6));
};

/// Two databases of one's own, data and keys: SQLite files on tmpfs, or on the server. Gone with
/// the object.
class Databases {
public:
    Databases() = default;
    ~Databases()
    {
        for (const auto* which : {"data", "keys"})
            Patterns::all().drop(which, unique_);
    }
    Databases(const Databases&) = delete;
    Databases& operator=(const Databases&) = delete;

    static bool on_postgresql() { return Server().is_postgresql(); }
    const std::string& folder() const { return folder_.path(); }

private:
    Temporary folder_;
    std::string unique_ = domain::to_hex(domain::random_bytes(6));

public:
    const std::string data = Patterns::all().copied("data", unique_, folder());
    const std::string keys = Patterns::all().copied("keys", unique_, folder());
};

} // namespace tests
