// Master key, key database and data: one installation's, or nothing starts.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "domain/access/accounts.hpp"
#include "domain/forgetting/erasure_journal.hpp"
#include "domain/vault/bond_store.hpp"
#include "ops/installation/belonging.hpp"
#include "ops/installation/secret.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Two databases and a master key, opened as a command opens them.
struct Opened {
    explicit Opened(const ops::Config& config, Clock at_data = clock)
        : vault(ops::read_master_key(config.master_key_file), config.keys_url, 2, clock),
          data(config.database_url, "", 2, std::move(at_data), vault)
    {
    }

    static Instant clock() { return instant_of(1'800'000'000'000'000); }

    Vault vault;
    Database data;
};

class Belonging : public ::testing::Test {
protected:
    tests::Temporary folder;
    tests::Databases ours; // migrated, not tied
    std::string our_key = key_file("ours.key", 'k');
    std::string their_key = key_file("theirs.key", 't');
    std::string nobodys_key = key_file("nobodys.key", 'n');
    ops::Config config = of(ours.data, ours.keys, our_key);

    static ops::Config of(const std::string& data, const std::string& keys, const std::string& key)
    {
        ops::Config config;
        config.database_url = data;
        config.keys_url = keys;
        config.master_key_file = key;
        return config;
    }

    static void migrate(const ops::Config& config) { ops::migrate(config, Opened::clock()); }

    /// Why no command takes them, which `migrate` says too; "" when they are taken.
    static std::string refusal(const ops::Config& config)
    {
        const auto said = refused([&] {
            Opened it(config);
            ops::require_belonging(it.data, it.vault);
        });
        if (said.empty()) return said;
        EXPECT_EQ(refused([&] { migrate(config); }), said);
        return said;
    }

    static AccountId given_an_account(const ops::Config& config)
    {
        Opened it(config);
        return it.data.transaction([](Transaction& tx) {
            const auto email = accounts::Email::parse("ana@example.org").value();
            return access::make_staff(tx, accounts::AccountKind::staff, email).id;
        });
    }

    static std::optional<std::string> tied_to(const ops::Config& config)
    {
        Opened it(config);
        const auto keys = it.vault.keys().read_latest(vault::maybe_bond);
        const auto data = it.data.read_latest(vault::maybe_bond);
        if (!keys || !data) return {};
        EXPECT_EQ(keys->installation, data->installation);
        return data->installation;
    }

    template <typename Act>
    static std::string refused(Act&& act)
    {
        try {
            act();
            return "";
        } catch (const std::runtime_error& why) {
            return why.what();
        }
    }

private:
    std::string key_file(const std::string& name, char byte) const
    {
        auto path = folder.path() + "/" + name;
        std::ofstream(path) << to_base64(std::string(SecretKey::size, byte));
        std::filesystem::permissions(path, std::filesystem::perms::owner_read);
        return path;
    }
};

TEST_F(Belonging, IsWrittenOnceByMigrating)
{
    migrate(config);
    const auto installation = tied_to(config);
    ASSERT_TRUE(installation.has_value());
    EXPECT_EQ(refusal(config), "");

    migrate(config);
    EXPECT_EQ(tied_to(config), installation);
}

TEST_F(Belonging, IsAskedForBeforeAnythingStarts)
{
    const auto said = refused([&] {
        Opened it(config);
        ops::require_belonging(it.data, it.vault);
    });
    EXPECT_THAT(said, HasSubstr("run `entremise --config FILE migrate`"));
}

TEST_F(Belonging, RefusesAnotherMasterKey)
{
    migrate(config);
    EXPECT_THAT(refusal(of(ours.data, ours.keys, their_key)),
                HasSubstr("the master key is not the one of these databases"));
}

TEST_F(Belonging, RefusesTheKeysOfAnotherInstallation)
{
    const tests::Databases theirs;
    migrate(config);
    migrate(of(theirs.data, theirs.keys, their_key));
    EXPECT_THAT(refusal(of(ours.data, theirs.keys, our_key)),
                HasSubstr("the key database is another installation's"));
    EXPECT_THAT(refusal(of(theirs.data, ours.keys, our_key)),
                HasSubstr("the data are another installation's"));
    EXPECT_THAT(refusal(of(ours.data, theirs.keys, nobodys_key)),
                HasSubstr("of different installations"));
}

TEST_F(Belonging, TellsInstallationsApartThatShareAMasterKey)
{
    const tests::Databases theirs;
    migrate(config);
    migrate(of(theirs.data, theirs.keys, our_key));
    EXPECT_THAT(refusal(of(ours.data, theirs.keys, our_key)),
                HasSubstr("the data are another installation's"));
}

TEST_F(Belonging, DoesNotGiveDataNewKeys)
{
    const tests::Databases theirs;
    migrate(config);
    const auto mistaken = of(ours.data, theirs.keys, our_key);
    EXPECT_THAT(refusal(mistaken), HasSubstr("the key database is a new one"));

    const auto mistyped = of(ours.data, "sqlite:" + folder.path() + "/typo.db", our_key);
    EXPECT_THAT(refused([&] { migrate(mistyped); }), HasSubstr("the key database is a new one"));
    EXPECT_THAT(storage::pending(mistyped.keys_url, tests::migrations("ops/migrations/keys/")),
                ::testing::Not(IsEmpty())); // nor was anything applied there
}

TEST_F(Belonging, DoesNotGiveKeysNewData)
{
    const tests::Databases theirs;
    migrate(config);
    given_an_account(config);
    EXPECT_THAT(refusal(of(theirs.data, ours.keys, our_key)),
                HasSubstr("the key database holds keys, but the data are new"));
}

TEST_F(Belonging, TakesUpWhatWasCutOffBetweenTheDatabases)
{
    {
        Opened it(config);
        it.vault.keys().transaction([&](Transaction& keys) {
            const auto bond = vault::bond_of(it.vault, vault::Side::keys, "first");
            keys.run("INSERT INTO bond (id, installation, check_value, made_at) "
                     "VALUES (1, :installation, :check, 0)",
                     bond.installation, bond.check_value);
        });
    }
    EXPECT_THAT(refused([&] { migrate(of(ours.data, ours.keys, their_key)); }),
                HasSubstr("the master key is not the one of the key database"));
    migrate(config);
    EXPECT_EQ(tied_to(config), "first");
}

TEST_F(Belonging, TiesDataToTheirKeysOnly)
{
    const tests::Databases theirs;
    given_an_account(config); // as a version before this check made it
    EXPECT_THAT(refused([&] { migrate(of(ours.data, theirs.keys, our_key)); }),
                HasSubstr("the keys of these data are not in the key database"));
    EXPECT_THAT(refused([&] { migrate(of(ours.data, ours.keys, their_key)); }),
                HasSubstr("or under another master key"));
    migrate(config);
    EXPECT_EQ(refusal(config), "");
}

TEST_F(Belonging, IsOneHoweverManyProgramsMigrateAtOnce)
{
    std::vector<std::jthread> programs;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([&] { migrate(config); });
    programs.clear();
    EXPECT_TRUE(tied_to(config).has_value());
    EXPECT_EQ(refusal(config), "");
}

TEST_F(Belonging, IsSeenWholeWhileAnotherProgramTies)
{
    bool is_first = true;
    Opened it(config, [&] { // the moment at which the data are looked at
        if (std::exchange(is_first, false)) migrate(config);
        return Opened::clock();
    });
    EXPECT_EQ(refused([&] { ops::require_belonging(it.data, it.vault); }), "");
}

TEST_F(Belonging, RefusesKeysOlderThanTheNewestAccount)
{
    migrate(config);
    const auto account = given_an_account(config);
    EXPECT_EQ(refusal(config), "");

    Opened(config).vault.destroy_all(account.text()); // as if its keys had never been made
    EXPECT_THAT(refusal(config), HasSubstr("the key database is older than the data"));
}

TEST_F(Belonging, LeavesAccountsThatTheJournalCallsErasedToReplaying)
{
    migrate(config);
    const auto account = given_an_account(config);
    Opened it(config);
    it.vault.destroy_all(account.text());
    it.vault.keys().transaction([&](Transaction& keys) {
        forgetting::write_erasure(keys, "order", account.text(), "all");
    });
    EXPECT_EQ(refusal(config), "");
}

TEST_F(Belonging, RefusesKeysWhoseJournalIsBehindTheData)
{
    migrate(config);
    Opened it(config);
    it.vault.keys().transaction(
        [](Transaction& keys) { forgetting::write_erasure(keys, "order", "acc_1", "all"); });
    it.data.transaction([](Transaction& tx) { forgetting::note_seen(tx, 1); });
    EXPECT_EQ(refusal(config), "");

    it.vault.keys().transaction([](Transaction& keys) { keys.run("DELETE FROM erasures"); });
    EXPECT_THAT(refusal(config), HasSubstr("the key database is older than the data"));
}

} // namespace
