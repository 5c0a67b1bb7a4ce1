#include <gtest/gtest.h>

#include "domain/vault/vault.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using tests::Databases;

class VaultTest : public ::testing::Test {
protected:
    Instant now = instant_of(1'800'000'000'000'000);
    Clock clock = [this] { return now; };
    Databases databases;
    SecretKey master = SecretKey::of(std::string(32, 'k'));
    Vault vault{master, databases.keys, 4, clock};
    vault::Place place{"account_identity.surname", "acc_1"};
};

TEST_F(VaultTest, SealedValuesOpenWhereTheyWereSealedOnly)
{
    const auto sealed = vault.seal("acc_1", Category::identity, place, "Durand");

    EXPECT_EQ(vault.open(place, sealed), "Durand");
    EXPECT_EQ(sealed.find("Durand"), std::string::npos);
    EXPECT_THROW(vault.open({"account_identity.surname", "acc_2"}, sealed), Bug);
    EXPECT_THROW(vault.open({"account_identity.first_name", "acc_1"}, sealed), Bug);
}

TEST_F(VaultTest, ADestroyedKeyTakesItsValuesAndNoOthers)
{
    const auto name = vault.seal("acc_1", Category::identity, place, "Durand");
    const auto mail = vault.seal("acc_1", Category::contact, place, "ana@example.org");
    const auto other = vault.seal("acc_2", Category::identity, place, "Martin");

    EXPECT_EQ(vault.destroy("acc_1", Category::identity), 1U);

    EXPECT_FALSE(vault.open(place, name).has_value());
    EXPECT_EQ(vault.open(place, mail), "ana@example.org");
    EXPECT_EQ(vault.open(place, other), "Martin");
    EXPECT_EQ(vault.destroy_all("acc_1"), 1U);
    EXPECT_EQ(vault.destroy_all("acc_1"), 0U);
}

TEST_F(VaultTest, AnotherProcessForgetsADestroyedKeyWithinThirtySeconds)
{
    Vault other{master, databases.keys, 2, clock};
    const auto sealed = vault.seal("acc_1", Category::identity, place, "Durand");
    EXPECT_EQ(other.open(place, sealed), "Durand");

    vault.destroy_all("acc_1");
    now += std::chrono::seconds{31};

    EXPECT_FALSE(other.open(place, sealed).has_value());
}

TEST_F(VaultTest, TwoProcessesShareOneKeyPerSubjectAndCategory)
{
    Vault other{master, databases.keys, 2, clock};
    const auto a = vault.seal("acc_1", Category::message, place, "hello");
    const auto b = other.seal("acc_1", Category::message, place, "hello");

    EXPECT_EQ(vault.keys_of("acc_1"), 1U);
    EXPECT_NE(a, b);
    EXPECT_EQ(other.open(place, a), vault.open(place, b));
}

TEST_F(VaultTest, BlindIndexesTellPurposesApart)
{
    EXPECT_EQ(vault.blind_index("email", "a@b.fr"), vault.blind_index("email", "a@b.fr"));
    EXPECT_NE(vault.blind_index("email", "a@b.fr"), vault.blind_index("phone", "a@b.fr"));
}

} // namespace
