// A PDF that was lost comes back as what it was, or says that it is another.

#include <gmock/gmock.h>

#include "jobs/restore_documents.hpp"
#include "tests/invoicing/archive_office.hpp"
#include "tests/invoicing/lost_file.hpp"

namespace tests {

namespace {

using domain::InvoiceId;
using domain::Transaction;
using ::testing::HasSubstr;

class LostPdf : public ArchiveOffice {
protected:
    InvoiceId id = issued_by(ben).at(0);

    std::string lost(Rendered where)
    {
        return db.transaction([&](Transaction& tx) { return render_and_lose(tx, id, where); });
    }

    Answer read_by_ana() { return get("/v1/invoices/" + id.text() + "/document", ana.bearer); }

    /// What an export says of it: ben's series comes after the platform's only by its name.
    static json found_in(const Unzipped& archive, const std::string& number)
    {
        const auto manifest = archive.manifest();
        for (const auto& document : manifest.at("invoices")) {
            if (document["number"] == number) return document;
        }
        ADD_FAILURE() << number << " is not in the export";
        return {};
    }

    std::int64_t duplicates() { return count("invoice_chain WHERE entry = 'duplicate'"); }
};

TEST_F(LostPdf, IsTheOriginalWhenItsBytesHashAsChained)
{
    const auto original = lost(Rendered::here);

    const auto read = read_by_ana();
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.bytes, original);
    EXPECT_EQ(read.header("content-disposition"),
              "attachment; filename=\"" + number_of(id) + ".pdf\"");
    EXPECT_EQ(count("invoice_files"), 1) << "and rests where it was";
    EXPECT_EQ(duplicates(), 0);
    EXPECT_EQ(get("/v1/invoices", ana.bearer).body["items"][0]["document"]["sha256"],
              domain::sha256_hex(original));
}

TEST_F(LostPdf, IsADuplicateThatSaysSoWhenTheyDoNot)
{
    const auto original = lost(Rendered::elsewhere);

    const auto read = read_by_ana();
    EXPECT_EQ(read.status, 200);
    EXPECT_NE(read.bytes, original);
    EXPECT_TRUE(read.bytes.starts_with("%PDF-1.7"));
    EXPECT_EQ(read.header("content-disposition"),
              "attachment; filename=\"" + number_of(id) + "-Duplicata.pdf\"");
    EXPECT_EQ(duplicates(), 1);
    EXPECT_EQ(get(path_of(id, "document"), abby.bearer).bytes, read.bytes) << "the same again";
    EXPECT_EQ(duplicates(), 1);

    const auto archive = exported(own_key_of(ben));
    const auto shown = found_in(archive, number_of(id));
    EXPECT_EQ(shown["duplicate"], true);
    const std::string path = shown["files"][0]["path"];
    EXPECT_THAT(path, HasSubstr("-Duplicata.pdf"));
    EXPECT_EQ(archive.read(path), read.bytes);
    EXPECT_EQ(shown["files"][0]["sha256"], domain::sha256_hex(read.bytes));
    ASSERT_EQ(shown["links"].size(), 3U);
    EXPECT_EQ(shown["links"][2]["entry"], "duplicate");
}

TEST_F(LostPdf, SaysOnItsPagesThatItIsADuplicate)
{
    lost(Rendered::elsewhere);
    const Temporary folder;
    std::ofstream(folder.path() + "/a.pdf", std::ios::binary) << read_by_ana().bytes;
    const auto command = "cd " + folder.path() + " && pdftotext a.pdf a.txt";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_THAT(slurp(folder.path() + "/a.txt"), HasSubstr("Duplicata"));
}

TEST_F(LostPdf, IsRestoredByTheExportThatMeetsIt)
{
    const auto original = lost(Rendered::here);

    const auto archive = exported(own_key_of(ben));
    const auto shown = found_in(archive, number_of(id));
    EXPECT_EQ(shown["duplicate"], false);
    EXPECT_EQ(archive.read(shown["files"][0]["path"]), original);
    EXPECT_EQ(count("invoice_files"), 1);
}

TEST_F(LostPdf, ComesBackThoughNobodyAsksForIt)
{
    const auto original = lost(Rendered::here);

    EXPECT_EQ(jobs::restore_documents(context), 1);
    EXPECT_EQ(count("invoice_files"), 1);
    EXPECT_EQ(jobs::restore_documents(context), 0) << "once";
    EXPECT_EQ(read_by_ana().bytes, original);
}

TEST_F(LostPdf, IsWholeAgainWhenItsPiecesWereLost)
{
    db.transaction([&](Transaction& tx) { invoicing::issuing::store_rendering(tx, id); });
    const auto original = read_by_ana().bytes;
    damage("DELETE FROM invoice_file_chunks WHERE invoice_id = ", id);

    EXPECT_EQ(read_by_ana().bytes, original);
    EXPECT_EQ(count("invoice_file_chunks"), 1);
}

TEST_F(LostPdf, IsNotRenderedForTheFirstTimeAgain)
{
    lost(Rendered::elsewhere);
    EXPECT_FALSE(db.transaction(
        [&](Transaction& tx) { return invoicing::issuing::store_rendering(tx, id); }));
}

TEST_F(LostPdf, IsNotWhatIsStillBeingPrepared)
{
    EXPECT_EQ(read_by_ana().body["title"], "in_progress");
    EXPECT_EQ(jobs::restore_documents(context), 0);
}

} // namespace

} // namespace tests
