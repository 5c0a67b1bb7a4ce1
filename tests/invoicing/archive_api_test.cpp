#include "domain/access/mailed_token_store.hpp"
#include "domain/access/second_factor.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/support/people.hpp"

namespace {

using namespace domain;
using tests::json;

/// Ben sold something to Ana, Zoe to somebody else; an accountant and staff look on.
class ArchiveApi : public tests::Populated {
protected:
    tests::Someone ben = given_a_provider("Ben");
    tests::Someone zoe = given_a_provider("Zoe");
    tests::Someone ana = given_a_client();
    tests::Someone sam = given_staff();

    ArchiveApi()
    {
        for (const auto& who : {ben, zoe, sam})
            give_a_password(who);
    }

    invoicing::issuing::Issued sold(const tests::Someone& provider)
    {
        auto order = samples::portraits();
        order.order = OrderId::fresh(now);
        order.provider_id = provider.id;
        order.client_id = ana.id;
        const auto issued = db.transaction(
            [&](Transaction& tx) { return invoicing::issuing::issue_for_order(tx, order); });
        for (const auto& id : {issued.service_id, *issued.commission_id}) {
            db.transaction([&](Transaction& tx) { invoicing::issuing::store_rendering(tx, id); });
        }
        return issued;
    }

    std::string minted_by_staff(json wish)
    {
        wish["label"] = "Cabinet Durand";
        wish["expires_at"] = to_text(now + std::chrono::days{30});
        wish["password"] = somebodys_password;
        const auto answer = post("/v1/staff/archive-keys", wish, sam.bearer);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.body.value("key", "");
    }
};

TEST_F(ArchiveApi, ThePartiesReadTheirInvoices)
{
    const auto issued = sold(ben);

    const auto list = get("/v1/invoices", ana.bearer);
    ASSERT_EQ(list.status, 200);
    ASSERT_EQ(list.body["items"].size(), 1U);
    EXPECT_EQ(list.body["items"][0]["id"], issued.service_id.text());
    EXPECT_EQ(list.body["items"][0]["gross"], (json{{"amount", 43880}, {"currency", "EUR"}}));
    EXPECT_EQ(get("/v1/invoices", ben.bearer).body["items"].size(), 2U);

    const auto one = get("/v1/invoices/" + issued.service_id.text(), ana.bearer);
    EXPECT_EQ(one.body["seller"]["name"], "Atelier Dupont SARL");
    EXPECT_EQ(one.body["lines"].size(), 3U);
    const auto pdf = get("/v1/invoices/" + issued.service_id.text() + "/document", ana.bearer);
    EXPECT_EQ(pdf.header("content-type"), "application/pdf");
    EXPECT_EQ(sha256_hex(pdf.bytes), one.body["document"]["sha256"]);
    const auto xml = get("/v1/invoices/" + issued.service_id.text() + "/xml", ben.bearer);
    EXPECT_EQ(sha256_hex(xml.bytes), one.body["xml_sha256"]);
}

TEST_F(ArchiveApi, SomebodyElsesInvoiceIsNotThere)
{
    const auto issued = sold(ben);

    for (const auto* suffix : {"", "/document", "/xml"}) {
        EXPECT_EQ(get("/v1/invoices/" + issued.service_id.text() + suffix, zoe.bearer).status, 404);
        EXPECT_EQ(get("/v1/invoices/" + issued.commission_id->text() + suffix, ana.bearer).status,
                  404);
        EXPECT_EQ(get("/v1/invoices/inv_x" + std::string(suffix), ana.bearer).status, 404);
    }
    EXPECT_EQ(get("/v1/archive/invoices", ben.bearer).status, 404);
    EXPECT_EQ(get("/v1/archive/invoices").status, 401);
}

TEST_F(ArchiveApi, AKeyOpensItsScopeAndNothingElse)
{
    const auto of_ben = sold(ben);
    const auto of_zoe = sold(zoe);
    const auto key = minted_by_staff({{"issuer_id", ben.id.text()}});

    const auto list = get("/v1/archive/invoices?from=2026-01-01&to=2026-12-31", key);
    ASSERT_EQ(list.status, 200) << list.bytes;
    ASSERT_EQ(list.body["items"].size(), 2U) << "issued and received";
    EXPECT_EQ(get("/v1/archive/invoices?to=2025-12-31", key).body["items"].size(), 0U);
    const auto path = [](const InvoiceId& id) { return "/v1/archive/invoices/" + id.text(); };
    EXPECT_EQ(get(path(of_ben.service_id) + "/document", key).status, 200);
    EXPECT_EQ(get(path(of_ben.service_id) + "/xml", key).status, 200);
    EXPECT_EQ(get(path(of_zoe.service_id) + "/document", key).status, 404);
    EXPECT_EQ(get(path(*of_ben.commission_id) + "/xml", key).status, 200);
    EXPECT_EQ(get(path(*of_zoe.commission_id) + "/xml", key).status, 404);
    EXPECT_EQ(get("/v1/invoices", key).status, 404);
    EXPECT_EQ(get("/v1/staff/archive-keys", key).status, 404);
}

TEST_F(ArchiveApi, AProvidersKeyOpensItsOwnInvoices)
{
    sold(ben);
    const auto of_zoe = sold(zoe);
    const auto made = post("/v1/me/archive-keys",
                           {{"label", "Mon comptable"},
                            {"expires_at", "2027-06-30T22:00:00Z"},
                            {"password", somebodys_password}},
                           zoe.bearer);
    ASSERT_EQ(made.status, 201) << made.bytes;
    const std::string key = made.body["key"];

    const auto list = get("/v1/archive/invoices", key);
    ASSERT_EQ(list.body["items"].size(), 2U);
    for (const auto& item : list.body["items"]) {
        const bool is_own = item["id"] == of_zoe.service_id.text();
        EXPECT_EQ(item["direction"], is_own ? "issued" : "received");
        EXPECT_EQ(item["buyer_id"], is_own ? ana.id.text() : zoe.id.text());
    }
    const std::string own = "/v1/me/archive-keys/" + made.body["id"].get<std::string>();
    EXPECT_EQ(get("/v1/me/archive-keys", zoe.bearer).body["items"].size(), 1U);
    EXPECT_FALSE(get("/v1/me/archive-keys", zoe.bearer).body["items"][0].contains("key"));
    EXPECT_EQ(del(own, ben.bearer).status, 404);
    EXPECT_EQ(del(own, zoe.bearer).status, 204);
    EXPECT_EQ(get("/v1/archive/invoices", key).status, 401);
}

TEST_F(ArchiveApi, AKeyTakesThePasswordAndTheCodeAndIsToldByMail)
{
    run_jobs();
    json wish = {{"label", "Mon comptable"}, {"expires_at", "2027-06-30T22:00:00Z"}};
    EXPECT_EQ(post("/v1/me/archive-keys", wish, zoe.bearer).status, 422);
    wish["password"] = "le secret de quelqu'un d'autre";
    EXPECT_EQ(post("/v1/me/archive-keys", wish, zoe.bearer).body["errors"][0]["field"], "password");
    EXPECT_EQ(count("archive_keys"), 0);

    wish["password"] = somebodys_password;
    EXPECT_EQ(post("/v1/me/archive-keys", wish, zoe.bearer).status, 201);
    db.transaction([&](Transaction& tx) {
        access::enrol(tx, zoe.id, "Entremise");
        access::confirm_totp(tx, zoe.id);
    });
    EXPECT_EQ(post("/v1/me/archive-keys", wish, zoe.bearer).body["title"], "second_factor_needed");

    const auto mails = mailbox.mails.size();
    minted_by_staff({{"issuer_id", ben.id.text()}});
    run_jobs();
    ASSERT_EQ(mailbox.mails.size(), mails + 3); // zoe, sam who made the other, ben whom it shows
    const auto told = mailbox.to(accounts::Email::parse(ben.email)->text());
    EXPECT_NE(tests::readable(told.back()).find("sans mot de passe"), std::string::npos);
}

TEST_F(ArchiveApi, WhoeverMintedAKeyAndWhomItShowsRevokeItWhateverTheirRolesAre)
{
    const auto by_staff = minted_by_staff({{"issuer_id", zoe.id.text()}});
    const auto of_all = minted_by_staff({});
    const json wish = {{"label", "Mon comptable"},
                       {"expires_at", "2027-06-30T22:00:00Z"},
                       {"password", somebodys_password}};
    const std::string own = post("/v1/me/archive-keys", wish, zoe.bearer).body["key"];
    db.transaction([&](Transaction& tx) {
        tx.run(
            "UPDATE accounts SET is_provider = 0, is_client = 1, clientele = NULL WHERE id = :id",
            zoe.id);
    });

    const auto seen = get("/v1/me/archive-keys", zoe.bearer).body["items"];
    ASSERT_EQ(seen.size(), 2U);
    for (const auto& key : seen) {
        const auto path = "/v1/me/archive-keys/" + key["id"].get<std::string>();
        EXPECT_EQ(del(path, ana.bearer).status, 404);
        EXPECT_EQ(del(path, zoe.bearer).status, 204);
    }
    EXPECT_EQ(get("/v1/archive/invoices", own).status, 401);
    EXPECT_EQ(get("/v1/archive/invoices", by_staff).status, 401);
    EXPECT_EQ(get("/v1/archive/invoices", of_all).status, 200);
}

TEST_F(ArchiveApi, AMembersKeysDieWithItsPasswordReset)
{
    const json wish = {{"label", "Mon comptable"},
                       {"expires_at", "2027-06-30T22:00:00Z"},
                       {"password", somebodys_password}};
    const std::string zoes = post("/v1/me/archive-keys", wish, zoe.bearer).body["key"];
    const auto by_staff = minted_by_staff({{"issuer_id", zoe.id.text()}});
    const auto reset = [&](const tests::Someone& who) {
        const auto token = db.transaction([&](Transaction& tx) {
            return access::issue_token(tx, who.id, access::TokenPurpose::password);
        });
        const json body = {{"token", token}, {"password", "quatre tortues vertes dansent"}};
        EXPECT_EQ(put("/v1/password", body, "").status, 204);
    };

    reset(sam);
    EXPECT_EQ(get("/v1/archive/invoices", zoes).status, 200);
    reset(zoe);

    EXPECT_EQ(get("/v1/archive/invoices", zoes).status, 401);
    EXPECT_EQ(get("/v1/archive/invoices", by_staff).status, 200);
}

TEST_F(ArchiveApi, TheExportIsAZipAndEveryReadIsJournaled)
{
    sold(ben);
    const auto key = minted_by_staff({});

    const auto zip = get("/v1/archive/export?from=2026-11-01&to=2026-11-30", key);
    EXPECT_EQ(zip.status, 200);
    EXPECT_EQ(zip.header("content-type"), "application/zip");
    EXPECT_TRUE(zip.bytes.starts_with("PK"));
    EXPECT_EQ(zip.header("content-disposition"),
              "attachment; filename=\"factures-2026-11-01-2026-11-30.zip\"");
    EXPECT_EQ(count("archive_reads"), 2);
    get("/v1/archive/invoices", key);
    EXPECT_EQ(count("archive_reads"), 3);
}

TEST_F(ArchiveApi, AnAccountantSeesEverything)
{
    sold(ben);
    sold(zoe);
    const auto accountant = given_an_accountant();

    const auto first = get("/v1/archive/invoices?limit=3", accountant.bearer);
    ASSERT_EQ(first.status, 200) << first.bytes;
    ASSERT_EQ(first.body["items"].size(), 3U);
    const auto next = first.body["next"].get<std::string>();
    const auto second = get("/v1/archive/invoices?limit=3&cursor=" + next, accountant.bearer);
    EXPECT_EQ(second.body["items"].size(), 1U);
    EXPECT_EQ(post("/v1/staff/archive-keys",
                   {{"label", "x"}, {"expires_at", "2027-01-01T00:00:00Z"}}, accountant.bearer)
                  .status,
              404);
}

TEST_F(ArchiveApi, APageThatIsExactlyFullIsTheLast)
{
    sold(ben);
    const auto key = minted_by_staff({});
    minted_by_staff({});

    const auto exactly_full = [&](const std::string& path, const std::string& bearer,
                                  std::size_t all) {
        const auto full = get(path + "?limit=" + std::to_string(all), bearer).body;
        EXPECT_EQ(full["items"].size(), all) << path;
        EXPECT_TRUE(full["next"].is_null()) << path;
        const auto less = get(path + "?limit=" + std::to_string(all - 1), bearer).body;
        EXPECT_EQ(less["items"].size(), all - 1) << path;
        EXPECT_TRUE(less["next"].is_string()) << path;
    };
    exactly_full("/v1/invoices", ben.bearer, 2);
    exactly_full("/v1/archive/invoices", key, 2);
    exactly_full("/v1/staff/archive-keys", sam.bearer, 2);
}

TEST_F(ArchiveApi, WrongWishesAreNamed)
{
    const auto answer = post("/v1/staff/archive-keys",
                             {{"issuer_id", "somebody"}, {"expires_at", "soon"}}, sam.bearer);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.body["errors"].size(), 4U) << answer.bytes;
    const auto too_long = post(
        "/v1/staff/archive-keys",
        {{"label", "x"}, {"expires_at", "2099-01-01T00:00:00Z"}, {"password", somebodys_password}},
        sam.bearer);
    EXPECT_EQ(too_long.status, 422);
    EXPECT_EQ(get("/v1/archive/invoices?from=tomorrow", minted_by_staff({})).status, 422);
    EXPECT_EQ(get("/v1/archive/invoices?cursor=AAAA", minted_by_staff({})).status, 422);
}

} // namespace
