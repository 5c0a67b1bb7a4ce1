// What an export holds, is called and proves.

#include <gmock/gmock.h>

#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signer.hpp"
#include "tests/invoicing/archive_office.hpp"

namespace tests {

namespace {

using domain::InvoiceId;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class ArchiveExports : public ArchiveOffice {
protected:
    std::vector<InvoiceId> of_ben = sold_by(ben);
    std::vector<InvoiceId> of_zoe = sold_by(zoe);

    std::string name_of(const std::string& query, const std::string& reader)
    {
        return get("/v1/archive/export" + query, reader).header("content-disposition");
    }
};

TEST_F(ArchiveExports, ShowAProviderWhatItIssuedAndReceivedAndNothingElse)
{
    const auto archive = exported(own_key_of(ben));

    EXPECT_THAT(archive.numbers("invoices"),
                UnorderedElementsAre(number_of(of_ben[0]), number_of(of_ben[1])));
    const auto manifest = archive.manifest();
    for (const auto& document : manifest.at("invoices")) {
        const bool is_own = document["number"] == number_of(of_ben[0]);
        EXPECT_EQ(document["direction"], is_own ? "issued" : "received");
        for (const auto& file : document["files"])
            EXPECT_EQ(domain::sha256_hex(archive.read(file["path"])), file["sha256"]);
    }
    const auto& sums = manifest.at("sums");
    EXPECT_EQ(sums["issued"]["gross"], "438.80");
    EXPECT_EQ(sums["received"]["gross"], "90.00");
    for (const auto& text : {archive.read("manifest.json"), archive.read("manifest.csv")}) {
        EXPECT_EQ(text.find(number_of(of_zoe[0])), std::string::npos);
        EXPECT_EQ(text.find(number_of(of_zoe[1])), std::string::npos) << "nor how many there are";
    }
}

TEST_F(ArchiveExports, SpeakTheLanguageOfWhoMintedTheKey)
{
    const auto french = exported(own_key_of(ben));
    EXPECT_TRUE(french.has("README.fr.txt"));
    std::vector<std::string> natures;
    for (const auto& row : french.rows())
        natures.push_back(row.at("nature") + " " + row.at("direction") + " " + row.at("kind"));
    EXPECT_THAT(natures, UnorderedElementsAre("facture de prestation émise service_invoice",
                                              "facture de commission reçue commission_invoice"));

    const auto edited = patch("/v1/me", {{"language", "en"}}, zoe.bearer, "*");
    ASSERT_EQ(edited.status, 200) << edited.bytes;
    const auto english = exported(own_key_of(zoe));
    EXPECT_THAT(english.read("README.en.txt"), HasSubstr("CHECKING WITHOUT US"));
    for (const auto& row : english.rows()) {
        EXPECT_THAT(row.at("nature"), HasSubstr(" invoice"));
        EXPECT_EQ(row.at("damaged"), "no");
        EXPECT_EQ(row.at("total_ttc").find(','), std::string::npos);
    }
}

TEST_F(ArchiveExports, AreCalledByTheDaysTheyCover)
{
    const auto covered = [](const std::string& days) {
        return "attachment; filename=\"factures-" + days + ".zip\"";
    };
    EXPECT_EQ(name_of("", abby.bearer), covered("2026-11-23-2026-11-23"));
    now += std::chrono::days{30};
    for (auto* who : {&ben, &zoe, &abby})
        sign_in_again(*who);
    sold_by(ben);
    EXPECT_EQ(name_of("", own_key_of(ben)), covered("2026-11-23-2026-12-23"));
    EXPECT_EQ(name_of("", own_key_of(zoe)), covered("2026-11-23-2026-11-23"));
    EXPECT_EQ(name_of("?to=2026-11-30", abby.bearer), covered("2026-11-23-2026-11-30"));
    EXPECT_EQ(name_of("?from=2026-01-01&to=9999-12-31", abby.bearer),
              covered("2026-01-01-2026-12-23"));
}

TEST_F(ArchiveExports, OfNoDocumentAreNone)
{
    const auto answer = get("/v1/archive/export?from=2025-01-01&to=2025-12-31", abby.bearer);
    EXPECT_EQ(answer.status, 404);
    EXPECT_THAT(answer.body["detail"].get<std::string>(), HasSubstr("Aucun document"));
    EXPECT_EQ(count("archive_reads"), 0);
    EXPECT_EQ(get("/v1/archive/invoices?from=2025-01-01&to=2025-12-31", abby.bearer).status, 200);
}

TEST_F(ArchiveExports, OfADayThatIsLeftEmptyAreRefused)
{
    for (const auto* path : {"/v1/archive/export?from=", "/v1/archive/invoices?to="})
        EXPECT_EQ(get(path, abby.bearer).status, 422) << path;
    EXPECT_EQ(count("archive_reads"), 0);
}

TEST_F(ArchiveExports, OfAPeriodThatEndsBeforeItStartsAreRefusedAtBoth)
{
    for (const auto* path : {"/v1/archive/export", "/v1/archive/invoices"}) {
        const auto answer = get(std::string(path) + "?from=2026-12-01&to=2026-11-01", abby.bearer);
        EXPECT_EQ(answer.status, 422) << path;
        std::vector<std::string> fields;
        for (const auto& error : answer.body["errors"])
            fields.push_back(error["field"]);
        EXPECT_THAT(fields, ElementsAre("from", "to")) << path;
    }
    EXPECT_EQ(get("/v1/archive/export?from=x&to=y", abby.bearer).body["errors"].size(), 2U);
}

TEST_F(ArchiveExports, AreGivenWithTheLastHeadsWhileTheSigningKeyIsDamaged)
{
    const auto key = own_key_of(ben);
    const auto signed_before = exported(key).manifest();
    ASSERT_EQ(signed_before.at("heads").size(), 1U);
    Hand hand(databases, vault, now);
    hand.run_on_keys("UPDATE signing_keys SET wrapped = 'eHh4'");
    const auto sold = sold_by(ben);

    const auto archive = exported(key);
    EXPECT_THAT(archive.numbers("invoices"), ::testing::Contains(number_of(sold[0])));
    const auto manifest = archive.manifest();
    EXPECT_EQ(manifest.at("heads"), signed_before.at("heads"));
    EXPECT_EQ(manifest.at("signing_keys"), signed_before.at("signing_keys"));

    EXPECT_EQ(get("/readyz").body["series_unsigned"], 0) << "they are new";
    now += std::chrono::hours{3};
    const auto ready = get("/readyz").body;
    EXPECT_EQ(ready["series_unsigned"], 2) << "what ben numbers, and the platform";
    EXPECT_EQ(ready["status"], "ready_with_warnings");
    domain::vault::rotate_signing_key(vault);
    db.transaction([](domain::Transaction& tx) { invoicing::series::sign_heads(tx); });
    EXPECT_EQ(get("/readyz").body["series_unsigned"], 0);
}

/// One reader for every day: of a query, and of a key that is minted.
TEST_F(ArchiveExports, OfDaysThatNoDocumentCanBeOfAreRefusedAtThem)
{
    for (const auto* day : {"0000-01-01", "0001-01-01", "1999-12-31", "2026-02-30"}) {
        for (const std::string path : {"/v1/archive/export", "/v1/archive/invoices"}) {
            const auto answer = get(path + "?from=" + day, abby.bearer);
            EXPECT_EQ(answer.status, 422) << path << " " << day;
            EXPECT_EQ(answer.body["errors"][0]["field"], "from") << path << " " << day;
        }
        const auto key = post("/v1/me/archive-keys",
                              {{"label", "Mon comptable"},
                               {"to", day},
                               {"expires_at", "2027-06-30T22:00:00Z"},
                               {"password", somebodys_password}},
                              ben.bearer);
        EXPECT_EQ(key.status, 422) << day;
        EXPECT_EQ(key.body["errors"][0]["field"], "to") << day;
    }
    EXPECT_EQ(get("/v1/archive/invoices?from=2000-01-01", abby.bearer).status, 200);
}

TEST_F(ArchiveExports, AreNotJournaledWhereOnlyTheirNameIsAsked)
{
    const auto asked = call("HEAD", "/v1/archive/export", "", {.bearer = abby.bearer});
    EXPECT_EQ(asked.status, 200);
    EXPECT_EQ(asked.header("content-disposition"), name_of("", abby.bearer));
    EXPECT_EQ(count("archive_reads"), 2) << "of the one that was read: its beginning and its end";
}

TEST_F(ArchiveExports, AreMintedForIssuersThatExistOnly)
{
    const auto asked_for = [&](const std::string& issuer) {
        return post("/v1/staff/archive-keys",
                    {{"label", "Cabinet Durand"},
                     {"issuer_id", issuer},
                     {"expires_at", "2027-06-30T22:00:00Z"},
                     {"password", somebodys_password}},
                    sam.bearer);
    };
    EXPECT_EQ(asked_for(ben.id.text()).status, 201);
    EXPECT_EQ(asked_for("platform").status, 201);
    for (const auto& nobody : {domain::AccountId::fresh(now).text(), ana.id.text()}) {
        const auto refused = asked_for(nobody);
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(refused.body["errors"][0]["field"], "issuer_id");
    }
}

/// The recipe of the README, followed by hand: nothing here knows our chain.
class Recipe : public ArchiveExports {
protected:
    static std::string written(const json& value)
    {
        if (value.is_null()) return "-\n";
        const std::string text = value;
        return std::to_string(text.size()) + ":" + text + "\n";
    }

    static std::string commitment(const json& link)
    {
        std::string text = link["salt"];
        for (const auto& value : link["committed"])
            text += written(value);
        return domain::sha256_hex(text);
    }

    static std::string hash(const json& link)
    {
        auto text = written(link["linked"][0]) + written(link["hash_before"]);
        for (std::size_t i = 1; i < link["linked"].size(); ++i)
            text += written(link["linked"][i]);
        return domain::sha256_hex(text);
    }

    /// The hash at each position of a series, as it comes out; what does not hold fails the test.
    static std::map<std::int64_t, std::string> recomputed(const json& manifest,
                                                          const std::string& series)
    {
        std::map<std::int64_t, std::string> hashes;
        for (const auto& document : manifest["invoices"]) {
            if (document["series"] != series) continue;
            for (const auto& link : document["links"]) {
                EXPECT_EQ(commitment(link), link["commitment"]) << link;
                EXPECT_EQ(link["linked"].back(), link["commitment"]) << link;
                EXPECT_EQ(hash(link), link["hash"]) << link;
                hashes[link["position"]] = link["hash"];
            }
        }
        return hashes;
    }
};

TEST_F(Recipe, RecomputesTheWholeChainFromTheManifestAndMeetsTheSignedHead)
{
    sold_by(ben);
    const auto manifest = exported(own_key_of(ben)).manifest();
    ASSERT_EQ(manifest["heads"].size(), 1U) << "of the series that ben numbers";
    const auto& head = manifest["heads"][0];

    const auto hashes = recomputed(manifest, head["series"]);
    ASSERT_EQ(hashes.size(), 4U);
    for (const auto& document : manifest["invoices"]) {
        if (document["series"] != head["series"]) continue;
        EXPECT_EQ(document["links"][0]["position"], document["position"]);
        EXPECT_EQ(document["links"][0]["hash"], document["chain_hash"]);
        EXPECT_EQ(document["links"][0]["committed"].back(), document["files"][1]["sha256"]);
        EXPECT_EQ(document["links"][1]["committed"][0], document["files"][0]["sha256"]);
        for (const auto& link : document["links"])
            EXPECT_EQ(link["hash_before"],
                      link["position"] == 1 ? "" : hashes.at(link["position"].get<int>() - 1));
    }
    EXPECT_EQ(head["position"], 4);
    EXPECT_EQ(head["hash"], hashes.at(4));

    const std::string lines =
        "entremise series head 2\n" + head["series"].get<std::string>() + "\n4\n" +
        head["number"].get<std::string>() + "\n" + head["hash"].get<std::string>() + "\n" +
        head["signed_at"].get<std::string>() + "\n" + head["head_before"].get<std::string>() + "\n";
    const auto& key = manifest["signing_keys"][0];
    EXPECT_EQ(head["key_id"], key["id"]);
    EXPECT_TRUE(domain::ed25519::verifies(
        domain::from_base64(std::string(key["public_key"])).value(), lines,
        domain::from_base64(std::string(head["signature"])).value()));
}

} // namespace

} // namespace tests
