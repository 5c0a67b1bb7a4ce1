// Record, XML and PDF of a document stand each by themselves: what is damaged of one keeps no other
// from its reader, and is made again where the frozen record is whole.

#include <gmock/gmock.h>

#include "tests/invoicing/archive_office.hpp"

namespace tests {

namespace {

using domain::InvoiceId;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RemadeDocument : public ArchiveOffice {
protected:
    InvoiceId id = sold_by(ben)[0];
    std::string pdf = read("/document").bytes;
    std::string xml = read("/xml").bytes;
    Hand hand{databases, vault, now};

    Answer read(const std::string& part)
    {
        return get("/v1/invoices/" + id.text() + part, ana.bearer);
    }

    void change(const std::string& column)
    {
        hand.tx.run("UPDATE invoices SET " + column + " = 'eHh4' WHERE id = '" + id.text() + "'");
    }

    void change_pdf()
    {
        hand.tx.run("UPDATE invoice_file_chunks SET content = 'eHh4' WHERE invoice_id = '" +
                    id.text() + "'");
    }

    void expect_told(std::int64_t damaged, std::int64_t remade)
    {
        const auto ready = get("/readyz").body;
        EXPECT_EQ(ready["documents_damaged"], damaged);
        EXPECT_EQ(ready["documents_remade"], remade);
        if (damaged + remade > 0) {
            EXPECT_EQ(ready["status"], "ready_with_warnings");
        }
    }

    static std::vector<std::string> texts(const json& list)
    {
        return list.get<std::vector<std::string>>();
    }

    /// What an export says of it, its files among it and whole.
    json shown()
    {
        const auto archive = exported(own_key_of(ben));
        const auto manifest = archive.manifest();
        for (const auto& document : manifest.at("invoices")) {
            if (document["number"] != number_of(id)) continue;
            EXPECT_EQ(domain::sha256_hex(archive.read(document["files"][0]["path"])),
                      document["files"][0]["sha256"]);
            EXPECT_EQ(archive.read(document["files"][1]["path"]), xml);
            return document;
        }
        ADD_FAILURE() << "not given out";
        return {};
    }

    std::int64_t copies() { return count("invoice_chain WHERE entry = 'duplicate'"); }
};

TEST_F(RemadeDocument, IsWholeAndToldToNobodyWhereNothingIsWrong)
{
    const auto document = shown();
    EXPECT_THAT(texts(document["damages"]), IsEmpty());
    EXPECT_THAT(texts(document["remade"]), IsEmpty());
    expect_told(0, 0);
}

TEST_F(RemadeDocument, IsTheOriginalAgainWhereItsPdfWasChanged)
{
    change_pdf();

    EXPECT_EQ(read("/xml").bytes, xml);
    EXPECT_EQ(read("").status, 200);
    EXPECT_EQ(copies(), 0) << "whoever does not ask for the PDF writes nothing";
    const auto again = read("/document");
    EXPECT_EQ(again.bytes, pdf);
    EXPECT_EQ(again.header("content-disposition"),
              "attachment; filename=\"" + number_of(id) + ".pdf\"");
    expect_told(0, 1);

    EXPECT_EQ(get(path_of(id, "document"), abby.bearer).bytes, pdf);
    EXPECT_EQ(copies(), 1) << "rendered once: what was changed stays as evidence beside it";
    expect_told(0, 1);
    now += std::chrono::days{8};
    expect_told(0, 0);
}

TEST_F(RemadeDocument, IsNamedByTheExportThatMakesItsPdfAgain)
{
    change_pdf();

    for (int times = 0; times < 2; ++times) {
        const auto document = shown();
        EXPECT_THAT(texts(document["damages"]), ElementsAre("file_changed"));
        EXPECT_THAT(texts(document["remade"]), ElementsAre("pdf"));
        EXPECT_EQ(document["duplicate"], false);
        EXPECT_EQ(document["files"][0]["sha256"], domain::sha256_hex(pdf));
        EXPECT_EQ(document["links"].back()["committed"][0], domain::sha256_hex(pdf));
    }
    EXPECT_EQ(copies(), 1);
    expect_told(0, 1);
}

TEST_F(RemadeDocument, IsADuplicateWhereNothingTellsTheOriginalAnyMore)
{
    hand.tx.run("UPDATE invoice_chain SET hash = 'x' WHERE entry = 'file' AND invoice_id = '" +
                id.text() + "'");

    const auto duplicate = read("/document");
    EXPECT_EQ(duplicate.status, 200);
    EXPECT_NE(duplicate.bytes, pdf);
    EXPECT_THAT(duplicate.header("content-disposition"), HasSubstr("-Duplicata.pdf"));
    EXPECT_EQ(read("/document").bytes, duplicate.bytes);
    EXPECT_EQ(read("/xml").bytes, xml);
    expect_told(0, 1);
}

TEST_F(RemadeDocument, HasItsXmlAsIssuedWhereThatWasChanged)
{
    change("xml");

    EXPECT_EQ(read("/xml").bytes, xml);
    EXPECT_EQ(get(path_of(id, "xml"), abby.bearer).bytes, xml);
    EXPECT_EQ(read("/document").bytes, pdf);
    EXPECT_EQ(read("").status, 200);
    expect_told(0, 1);
    const auto document = shown();
    EXPECT_THAT(texts(document["damages"]), ElementsAre("xml_changed"));
    EXPECT_THAT(texts(document["remade"]), ElementsAre("xml"));
}

TEST_F(RemadeDocument, HasItsPdfAlsoWhereThatAndTheXmlWereChanged)
{
    change("xml");
    change_pdf();

    EXPECT_EQ(read("/document").bytes, pdf);
    EXPECT_EQ(read("/xml").bytes, xml);
    expect_told(0, 1);
}

TEST_F(RemadeDocument, GivesItsFilesWhereTheRecordAloneWasChanged)
{
    change("record");

    EXPECT_EQ(read("").body["title"], "damaged");
    EXPECT_EQ(read("/document").bytes, pdf);
    EXPECT_EQ(read("/xml").bytes, xml);
    expect_told(1, 0);
    const auto document = shown();
    EXPECT_THAT(texts(document["damages"]), ElementsAre("record_changed"));
    EXPECT_THAT(texts(document["remade"]), IsEmpty());
}

TEST_F(RemadeDocument, IsNotMadeAgainFromARecordThatWasChanged)
{
    change("record");
    change_pdf();

    EXPECT_EQ(read("/document").body["title"], "damaged");
    EXPECT_EQ(read("/xml").bytes, xml);
    EXPECT_EQ(copies(), 0);
    expect_told(1, 0);
    const auto archive = exported(own_key_of(ben));
    EXPECT_THAT(archive.numbers("damaged"), ElementsAre(number_of(id)));
    EXPECT_THAT(archive.numbers("invoices"), Not(IsEmpty())) << "but keeps no other out";
}

TEST_F(RemadeDocument, SaysInTheTableWhatWasMadeAgain)
{
    change("xml");
    for (const auto& row : exported(own_key_of(ben)).rows()) {
        const bool is_it = row.at("numero") == number_of(id);
        EXPECT_EQ(row.at("damaged"), is_it ? "XML modifié (xml_changed)" : "non");
        EXPECT_EQ(row.at("remade"), is_it ? "xml" : "");
        EXPECT_FALSE(row.at("xml").empty());
    }
}

} // namespace

} // namespace tests
