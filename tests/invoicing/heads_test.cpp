#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/series/head_store.hpp"
#include "tests/invoicing/edits.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using namespace domain;

class Heads : public Book {
protected:
    std::vector<invoicing::series::Head> latest()
    {
        return db.read([](Transaction& tx) { return invoicing::series::latest_heads(tx); });
    }
};

TEST_F(Heads, SayHowFarEverySeriesHasGotThatMoved)
{
    EXPECT_TRUE(sign().empty()) << "there is none";
    EXPECT_TRUE(vault::signing_keys_of(vault).empty()) << "and no key is made for nothing";
    given_an_order();
    const auto heads = sign();
    ASSERT_EQ(heads.size(), 2U);
    const auto& own = heads[0].series == "PF" ? heads[0] : heads[1];
    EXPECT_EQ(own.series, "PF");
    EXPECT_EQ(own.position, 2);
    EXPECT_EQ(own.number, "PF-2026-000001");
    EXPECT_TRUE(sign().empty()) << "nothing moved";

    now += std::chrono::hours{1};
    issue(released(AccountId::fresh(now)));
    EXPECT_EQ(sign().size(), 2U) << "PF, and the new provider's; not the first one's";
    EXPECT_EQ(latest().size(), 3U);
    EXPECT_EQ(latest()[0].position + latest()[1].position + latest()[2].position, 2 + 3 + 1);
}

TEST_F(Heads, AreCheckedWithThePublishedKeyAlone)
{
    given_a_book();
    const auto keys = vault::signing_keys_of(vault);
    ASSERT_EQ(keys.size(), 1U);
    for (auto head : latest()) {
        EXPECT_EQ(head.key_id, sha256_hex(keys[0].public_key).substr(0, 16));
        const auto message = "entremise series head 2\n" + head.series + "\n" +
                             std::to_string(head.position) + "\n" + head.number + "\n" + head.hash +
                             "\n" + to_text(head.signed_at) + "\n" + head.head_before + "\n";
        EXPECT_TRUE(ed25519::verifies(keys[0].public_key, message,
                                      from_base64(head.signature).value_or("")));
        EXPECT_TRUE(is_signed(head, keys));
        ++head.position;
        EXPECT_FALSE(is_signed(head, keys));
    }
}

TEST_F(Heads, OfARotatedKeyStayChecked)
{
    given_a_book();
    const auto second = vault::rotate_signing_key(vault);
    given_an_order();
    for (const auto& head : sign())
        EXPECT_EQ(head.key_id, second.id);
    EXPECT_TRUE(audited().is_clean()) << text_of(audited());
    const auto keys = vault::signing_keys_of(vault);
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[0].retired_at, now - std::chrono::minutes{1});
    EXPECT_TRUE(ed25519::verifies(keys[0].public_key,
                                  "entremise signing key 1\n" + second.id + "\n" +
                                      to_hex(second.public_key) + "\n" + to_text(second.made_at) +
                                      "\n",
                                  second.attestation.value()));

    Hand hand(databases, vault, now);
    hand.run_on_keys("UPDATE signing_keys SET attestation = 'eHh4' WHERE n = 2");
    const auto report = audited();
    ASSERT_EQ(report.faults().size(), 1U);
    EXPECT_EQ(report.faults()[0].code, invoicing::audit::Code::signing_key_unattested);
    EXPECT_EQ(report.faults()[0].number, second.id);
}

TEST_F(Heads, AreNotSignedWithADamagedKeyUntilAnotherIsMade)
{
    given_a_book();
    const auto before = latest();
    const auto damaged = vault::signing_keys_of(vault).at(0);
    Hand hand(databases, vault, now);
    hand.run_on_keys("UPDATE signing_keys SET wrapped = 'eHh4'");
    given_an_order();
    EXPECT_TRUE(sign().empty());
    EXPECT_EQ(latest().size(), before.size());
    const auto report = audited();
    ASSERT_EQ(report.faults().size(), 1U) << text_of(report);
    EXPECT_EQ(report.faults()[0].code, invoicing::audit::Code::signing_key_damaged);
    EXPECT_EQ(report.faults()[0].number, damaged.id);

    const auto second = vault::rotate_signing_key(vault);
    const auto heads = sign();
    EXPECT_EQ(heads.size(), 2U);
    for (const auto& head : heads)
        EXPECT_EQ(head.key_id, second.id);
    const auto keys = vault::signing_keys_of(vault);
    for (const auto& head : before)
        EXPECT_TRUE(is_signed(head, keys));
    const auto later = audited();
    ASSERT_EQ(later.faults().size(), 1U) << text_of(later);
    EXPECT_EQ(later.faults()[0].code, invoicing::audit::Code::signing_key_unattested);
    EXPECT_EQ(later.faults()[0].number, second.id);
}

/// The next hour's head must not give its blessing to what was written anew.
TEST_F(Heads, AreNotGivenToASeriesThatIsAnotherThanItWas)
{
    given_a_book();
    Hand hand(databases, vault, now);
    const std::string third = " WHERE series = 'PF' AND n = 3";
    for (const auto& statement : without_rows(third))
        hand.tx.run(statement);
    hand.tx.run("DELETE FROM invoice_chain" + third);
    hand.chain_again("PF");
    given_an_order(); // the third anew, and the provider's fourth
    given_an_order();

    const auto heads = sign();
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_NE(heads[0].series, "PF");
}

class SigningKeys : public Marketplace {};

TEST_F(SigningKeys, AreReadByAnybody)
{
    EXPECT_TRUE(get("/v1/signing-keys").body["items"].empty());
    vault::Signer::of(vault);
    now += std::chrono::hours{1};
    vault::rotate_signing_key(vault);

    const auto answer = get("/v1/signing-keys");
    ASSERT_EQ(answer.status, 200);
    const auto& items = answer.body["items"];
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0]["retired_at"], to_text(now));
    EXPECT_TRUE(items[0]["attestation"].is_null());
    EXPECT_TRUE(items[1]["retired_at"].is_null());
    const auto bytes = from_base64(items[1]["public_key"].get<std::string>()).value();
    EXPECT_EQ(items[1]["id"], sha256_hex(bytes).substr(0, 16));
    EXPECT_TRUE(ed25519::verifies(from_base64(items[0]["public_key"].get<std::string>()).value(),
                                  "entremise signing key 1\n" + items[1]["id"].get<std::string>() +
                                      "\n" + to_hex(bytes) + "\n" +
                                      items[1]["made_at"].get<std::string>() + "\n",
                                  from_base64(items[1]["attestation"].get<std::string>()).value()));
}

} // namespace

} // namespace tests
