#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>

#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signer.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;

std::string bytes_of(std::string_view hex)
{
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return bytes;
}

/// RFC 8032, 7.1, test 2.
TEST(Ed25519, SignsAsTheStandardSays)
{
    const auto seed =
        SecretKey::of(bytes_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    const auto key = ed25519::public_key(seed);
    EXPECT_EQ(to_hex(key), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const auto signature = ed25519::signature(seed, "r");
    EXPECT_EQ(to_hex(signature),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(ed25519::verifies(key, "r", signature));
    EXPECT_FALSE(ed25519::verifies(key, "s", signature));
    EXPECT_FALSE(ed25519::verifies(key, "r", signature.substr(1)));
    EXPECT_FALSE(ed25519::verifies("", "r", signature));
}

class SigningKeys : public ::testing::Test {
protected:
    Instant now = instant_of(1'800'000'000'000'000);
    Clock clock = [this] { return now; };
    tests::Databases databases;
    Vault vault{SecretKey::of(std::string(32, 'k')), databases.keys, 8, clock};

    std::vector<vault::SigningKey> keys() { return vault::signing_keys_of(vault); }
};

TEST_F(SigningKeys, TheFirstIsMadeByTheFirstSignerOfAll)
{
    std::vector<std::thread> signers;
    std::mutex mutex;
    std::set<std::string> ids;
    for (int i = 0; i < 8; ++i) {
        signers.emplace_back([&] {
            const auto signer = vault::Signer::of(vault);
            const std::lock_guard lock(mutex);
            ids.insert(signer->key_id());
        });
    }
    for (auto& signer : signers)
        signer.join();
    EXPECT_EQ(ids.size(), 1U);
    ASSERT_EQ(keys().size(), 1U);
    EXPECT_EQ(keys()[0].id, *ids.begin());
}

TEST_F(SigningKeys, ASignatureIsForOnePurpose)
{
    const auto signer = vault::Signer::of(vault);
    const auto signature = signer->signature("heads", {"a", "b"});
    const auto key = keys()[0].public_key;
    EXPECT_TRUE(ed25519::verifies(key, "heads\na\nb\n", signature));
    EXPECT_FALSE(ed25519::verifies(key, "tails\na\nb\n", signature));
}

TEST_F(SigningKeys, EachIsSignedByTheOneBeforeWhoseSecretIsGone)
{
    vault::Signer::of(vault);
    std::vector<std::thread> rotations;
    for (int i = 0; i < 4; ++i)
        rotations.emplace_back([&] { vault::rotate_signing_key(vault); });
    for (auto& rotation : rotations)
        rotation.join();

    const auto all = keys();
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(vault::find_unattested(all), nullptr);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all[i].retired_at.has_value(), i < 4);
    EXPECT_EQ(vault::Signer::of(vault)->key_id(), all.back().id);
    const auto secrets = vault.keys().read([](Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM signing_keys WHERE wrapped IS NOT NULL");
    });
    EXPECT_EQ(secrets, 1);

    auto forged = all;
    forged[2].made_at += std::chrono::microseconds{1};
    EXPECT_EQ(vault::find_unattested(forged), &forged[2]);
    forged = all;
    forged[0].id = forged[1].id;
    EXPECT_EQ(vault::find_unattested(forged), &forged[0]);
}

TEST_F(SigningKeys, TheirSecretOpensUnderTheMasterKeyOnly)
{
    vault::Signer::of(vault);
    Vault other{SecretKey::of(std::string(32, 'x')), databases.keys, 2, clock};
    EXPECT_FALSE(vault::Signer::of(other));
    EXPECT_EQ(vault::damaged_signing_key(other), keys()[0].id);
}

TEST_F(SigningKeys, OneThatIsDamagedSignsNothingAndIsFollowedByOneThatItDidNotSign)
{
    EXPECT_FALSE(vault::damaged_signing_key(vault)) << "there is none yet";
    vault::Signer::of(vault);
    EXPECT_FALSE(vault::damaged_signing_key(vault));
    const auto first = keys()[0];
    vault.keys().transaction(
        [](Transaction& tx) { tx.run("UPDATE signing_keys SET wrapped = 'eHh4'"); });
    EXPECT_FALSE(vault::Signer::of(vault));
    EXPECT_EQ(vault::damaged_signing_key(vault), first.id);

    now += std::chrono::hours{1};
    const auto second = vault::rotate_signing_key(vault);
    EXPECT_FALSE(second.attestation);
    EXPECT_FALSE(vault::damaged_signing_key(vault));
    ASSERT_TRUE(vault::Signer::of(vault));
    EXPECT_EQ(vault::Signer::of(vault)->key_id(), second.id);

    const auto third = vault::rotate_signing_key(vault);
    const auto all = keys();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].public_key, first.public_key) << "what it signed stays checked";
    EXPECT_EQ(all[0].retired_at, now);
    EXPECT_EQ(vault::find_unattested(all), &all[1]);
    EXPECT_TRUE(ed25519::verifies(second.public_key, vault::attested_text(third),
                                  third.attestation.value_or("")));
}

} // namespace
