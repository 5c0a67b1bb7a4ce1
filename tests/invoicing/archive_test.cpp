#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "domain/accounts/account_store.hpp"
#include "domain/core/check.hpp"
#include "domain/storage/failures.hpp"
#include "invoicing/archive/archive_export.hpp"
#include "invoicing/archive/archive_store.hpp"
#include "tests/invoicing/office.hpp"
#include "tests/support/temporary.hpp"

namespace {

using namespace invoicing;
using namespace domain;
using std::chrono::days;

class Archive : public tests::Office {
protected:
    AccountId accountant = AccountId::fresh(now);
    AccountId ben = AccountId::fresh(now);
    AccountId zoe = AccountId::fresh(now);

    void SetUp() override
    {
        db.transaction([&](Transaction& tx) {
            accounts::insert(
                tx,
                {.id = accountant, .kind = accounts::AccountKind::accountant, .created_at = now},
                "test");
        });
    }

    invoicing::issuing::Issued issue_and_render(const AccountId& provider)
    {
        const auto issued = issue(released(provider));
        render(issued.service_id);
        render(*issued.commission_id);
        return issued;
    }

    invoicing::archive::MintedKey mint(std::optional<invoicing::Issuer> issuer = {},
                                       std::optional<Day> from = {}, std::optional<Day> to = {})
    {
        return db.transaction([&](Transaction& tx) {
            return invoicing::archive::mint_key(tx, accountant,
                                                {"compta", issuer, from, to, now + days{30}}, {});
        });
    }

    /// The first commission invoice that the provider received.
    InvoiceId commission_of(const AccountId& provider)
    {
        return db.read([&](Transaction& tx) {
            return tx.one<InvoiceId>("SELECT MIN(id) FROM invoices WHERE buyer_id = :provider "
                                     "AND kind = 'commission_invoice'",
                                     provider);
        });
    }

    bool lives(const std::string& secret)
    {
        return db.read([&](Transaction& tx) {
            return invoicing::archive::living_key(tx, secret).has_value();
        });
    }

    std::vector<invoicing::archive::Reached> all(const invoicing::archive::Scope& scope)
    {
        std::vector<invoicing::archive::Reached> found;
        invoicing::archive::Cursor cursor;
        for (;;) {
            const auto page = db.read([&](Transaction& tx) {
                return invoicing::archive::page_of_archive(tx, scope, cursor, 2);
            });
            if (page.empty()) return found;
            found.insert(found.end(), page.begin(), page.end());
            cursor =
                invoicing::archive::parse_cursor(invoicing::archive::text_of(page.back().cursor()));
        }
    }

    std::string exported(const invoicing::archive::Scope& scope)
    {
        invoicing::archive::ArchiveExport archive(db, scope);
        std::string zip;
        for (std::string piece; archive.next(piece); zip += piece) {
            EXPECT_LE(piece.size(), 256U * 1024);
        }
        return zip;
    }
};

TEST_F(Archive, AKeyLivesUntilItExpiresOrIsRevoked)
{
    const auto first = mint();
    const auto second = mint();
    EXPECT_TRUE(lives(first.secret));
    EXPECT_FALSE(lives(first.secret + "x"));
    EXPECT_FALSE(lives("ark_"));

    db.transaction(
        [&](Transaction& tx) { invoicing::archive::revoke_key(tx, accountant, first.key.id); });
    EXPECT_FALSE(lives(first.secret));
    EXPECT_TRUE(lives(second.secret));
    now += days{31};
    EXPECT_FALSE(lives(second.secret));
}

TEST_F(Archive, TheSecretIsNotInTheDatabase)
{
    const auto minted = mint();

    const auto stored = db.read([](Transaction& tx) {
        return tx.one<std::string>("SELECT secret_sha256 FROM archive_keys");
    });
    EXPECT_EQ(stored, sha256_hex(minted.secret));
    EXPECT_EQ(minted.secret.size(), 4U + 43U);
}

TEST_F(Archive, SomebodyElsesKeyCannotBeRevoked)
{
    const auto minted = mint();
    const auto& id = minted.key.id;

    EXPECT_THROW(
        db.transaction([&](Transaction& tx) { invoicing::archive::revoke_key(tx, ben, id); }),
        Refused);
    EXPECT_TRUE(lives(minted.secret));
}

TEST_F(Archive, AKeyIsMintedForAnIssuerThatExists)
{
    issue(released(ben)); // gone since, but for its series
    EXPECT_NO_THROW(mint(ben));
    EXPECT_NO_THROW(mint(Issuer::platform()));
    EXPECT_THROW(mint(zoe), Refused);
    EXPECT_THROW(mint(accountant), Refused) << "an account that issues nothing";
}

TEST_F(Archive, AWishOutOfBoundsIsRefused)
{
    for (const auto expires : {now, now + days{800}}) {
        EXPECT_THROW(db.transaction([&](Transaction& tx) {
            invoicing::archive::mint_key(tx, accountant, {"x", {}, {}, {}, expires}, {});
        }),
                     Refused);
    }
}

TEST_F(Archive, AKeySeesWhatItsIssuerIssuedAndReceivedInItsPeriodOnly)
{
    const auto of_ben = issue_and_render(ben);
    const auto of_zoe = issue_and_render(zoe);
    now += days{40};
    const auto later = issue_and_render(ben);

    const auto everything = invoicing::archive::scope_of(mint().key);
    const auto bens = invoicing::archive::scope_of(mint(ben).key);
    const auto bens_november =
        invoicing::archive::scope_of(mint(ben, samples::issued, samples::issued).key);
    EXPECT_EQ(all(everything).size(), 6U);
    EXPECT_EQ(all(bens).size(), 4U);
    using invoicing::archive::Direction;
    std::map<std::string, Direction> november;
    for (const auto& reached : all(bens_november))
        november.emplace(reached.link().invoice_id, reached.direction);
    const std::map<std::string, Direction> wanted = {
        {of_ben.service_id.text(), Direction::issued},
        {commission_of(ben).text(), Direction::received}};
    EXPECT_EQ(november, wanted);

    const auto find = [&](const invoicing::archive::Scope& scope, const InvoiceId& id) {
        return db.read([&](Transaction& tx) {
            return invoicing::archive::find_in_archive(tx, scope, id).link().invoice_id;
        });
    };
    EXPECT_EQ(find(everything, of_zoe.service_id), of_zoe.service_id.text());
    EXPECT_EQ(find(bens, commission_of(ben)), commission_of(ben).text());
    EXPECT_THROW(find(bens, of_zoe.service_id), Refused);
    EXPECT_THROW(find(bens, commission_of(zoe)), Refused);
    EXPECT_THROW(find(bens_november, later.service_id), Refused);
}

TEST_F(Archive, PagesNeitherSkipNorRepeat)
{
    for (int i = 0; i < 5; ++i)
        issue(released(i % 2 == 0 ? ben : zoe));

    const auto found = all(invoicing::archive::scope_of_accountant(accountant));
    ASSERT_EQ(found.size(), 10U);
    for (std::size_t i = 1; i < found.size(); ++i) {
        EXPECT_LT(std::tuple(found[i - 1].link().series, found[i - 1].link().n),
                  std::tuple(found[i].link().series, found[i].link().n));
    }
    for (const auto* bad : {"x", "EC", "EC.a", ".1", "EC.-1", "EC.1x"}) {
        EXPECT_THROW(invoicing::archive::parse_cursor(bad), Refused) << bad;
    }
}

TEST_F(Archive, TheExportIsCheckedByOtherPrograms)
{
    issue_and_render(ben);
    issue_and_render(zoe);
    issue(released(ben)); // not rendered yet: its XML only
    const tests::Temporary folder;
    const auto zip = folder.path() + "/archive.zip";
    std::ofstream(zip, std::ios::binary)
        << exported(invoicing::archive::scope_of_accountant(accountant));

    ASSERT_EQ(std::system(("cd " + folder.path() + " && unzip -q archive.zip").c_str()), 0);
    std::ifstream file(folder.path() + "/manifest.json");
    const auto manifest = nlohmann::json::parse(file);
    EXPECT_EQ(manifest["count"], 6);
    EXPECT_EQ(manifest["sums"]["issued"]["gross"], "1586.40"); // 3 × 438.80 + 3 × 90.00
    EXPECT_EQ(manifest["sums"]["received"]["count"], 0);
    int with_pdf = 0;
    for (const auto& invoice : manifest["invoices"]) {
        for (const auto& listed : invoice["files"]) {
            const auto path = listed["path"].get<std::string>();
            with_pdf += path.ends_with(".pdf") ? 1 : 0;
            const auto sum = listed["sha256"].get<std::string>() + "  " + path;
            const auto check =
                "cd " + folder.path() + " && echo '" + sum + "' | sha256sum --check --status";
            EXPECT_EQ(std::system(check.c_str()), 0) << path;
            EXPECT_EQ(std::filesystem::file_size(folder.path() + "/" + path),
                      listed["size"].get<std::uintmax_t>());
        }
    }
    EXPECT_EQ(with_pdf, 4);
    EXPECT_TRUE(std::filesystem::exists(folder.path() + "/README.fr.txt"));
    std::ifstream csv(folder.path() + "/manifest.csv");
    const std::string rows{std::istreambuf_iterator<char>(csv), {}};
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 7);
    EXPECT_NE(rows.find(";438,80;"), std::string::npos);
}

TEST_F(Archive, TheExportKeepsToItsScope)
{
    issue_and_render(ben);
    issue_and_render(zoe);

    const auto zip = exported(invoicing::archive::scope_of(mint(ben).key));

    const std::string for_reading("\0\0\x24\x81", 4); // 0100444, as Unix writes it in a ZIP
    EXPECT_NE(zip.find(for_reading), std::string::npos);
    EXPECT_NE(zip.find(provider_series(ben, 0) + "-2026-000001.pdf"), std::string::npos);
    EXPECT_EQ(zip.find(provider_series(zoe, 0)), std::string::npos);
    EXPECT_NE(zip.find("PF-2026-000001.pdf"), std::string::npos) << "what it received";
    EXPECT_EQ(zip.find("PF-2026-000002"), std::string::npos);
}

TEST_F(Archive, EveryReadIsJournaledForGood)
{
    issue_and_render(ben);
    const auto key = mint();
    exported(invoicing::archive::scope_of(key.key));

    const auto journaled = db.read([](Transaction& tx) {
        return tx.all<std::string>("SELECT reader || ' ' || what FROM archive_reads ORDER BY what");
    });
    EXPECT_EQ(journaled, (std::vector<std::string>{key.key.id.text() + " export",
                                                   key.key.id.text() + " export_complete"}));
    for (const auto* statement :
         {"DELETE FROM archive_reads", "UPDATE archive_reads SET reader = ''"}) {
        EXPECT_THROW(db.transaction([&](Transaction& tx) { tx.run(statement); }),
                     storage::ConstraintViolated);
    }
}

} // namespace
