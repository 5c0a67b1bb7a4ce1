#define POINTERHOLDER_TRANSITION 4 // libqpdf 11: std::shared_ptr only
#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>

#include "invoicing/issuing/draft.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "tests/invoicing/pdfa.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;
using Object = QPDFObjectHandle;
using Names = std::vector<std::string>;

std::string some_document()
{
    const auto invoice = invoicing::issuing::service_invoice(
        samples::portraits(), {"P7K3QF-2026-000001", samples::noon(samples::issued)});
    return invoicing::rendering::factur_x(invoice, invoicing::rendering::cii_xml(invoice));
}

/// The document written again after `spoil` has been at it.
std::string spoiled(const std::string& bytes, const std::function<void(QPDF&)>& spoil,
                    bool lines_before_endstream = true)
{
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    spoil(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setNewlineBeforeEndstream(lines_before_endstream);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// Spoils everything of that type.
std::function<void(QPDF&)> each(const char* type, const char* subtype,
                                const std::function<void(QPDF&, Object)>& spoil)
{
    return [=](QPDF& pdf) {
        for (auto object : pdf.getAllObjects()) {
            if (object.isDictionaryOfType(type, subtype)) spoil(pdf, object);
        }
    };
}

/// Takes a key from everything of that type.
std::function<void(QPDF&)> each_without(const char* type, const char* subtype, const char* key)
{
    return each(type, subtype, [key](QPDF&, Object object) { object.removeKey(key); });
}

/// Gives the first page one more entry.
std::function<void(QPDF&)> page_with(const char* key, const char* value)
{
    return [=](QPDF& pdf) {
        auto page = pdf.getAllPages().front();
        page.replaceKey(key, Object::parse(value));
    };
}

/// The document under a lock that needs no password to be opened.
std::string encrypted(const std::string& bytes)
{
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setNewlineBeforeEndstream(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                     true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

Object attached(QPDF& pdf)
{
    return pdf.getRoot().getKey("/AF").getArrayItem(0);
}

void replace_in_xmp(QPDF& pdf, const std::string& what, const std::string& with)
{
    auto metadata = pdf.getRoot().getKey("/Metadata");
    const auto data = metadata.getStreamData(qpdf_dl_all);
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    text.replace(text.find(what), what.size(), with);
    metadata.replaceStreamData(text, Object::newNull(), Object::newNull());
}

TEST(PdfA, OurDocumentLacksNothing)
{
    EXPECT_EQ(tests::missing_for_factur_x(some_document()), Names{});
}

TEST(PdfA, EachRequirementIsNoticedWhenItIsMissing)
{
    struct Row {
        const char* missing;
        std::function<void(QPDF&)> spoil;
    };
    const Row table[] = {
        {"output_intent", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
        {"output_intent",
         [](QPDF& pdf) {
             pdf.getRoot()
                 .getKey("/OutputIntents")
                 .getArrayItem(0)
                 .getKey("/DestOutputProfile")
                 .getDict()
                 .replaceKey("/N", Object::newInteger(4));
         }},
        {"fonts", each_without("/FontDescriptor", "", "/FontFile2")},
        {"no_cid_set", each("/FontDescriptor", "",
                            [](QPDF& pdf, Object descriptor) {
                                descriptor.replaceKey("/CIDSet", pdf.newStream("\x80"));
                            })},
        {"cid_system_info", each_without("/Font", "/CIDFontType2", "/CIDSystemInfo")},
        {"cid_to_gid_map", each_without("/Font", "/CIDFontType2", "/CIDToGIDMap")},
        {"cid_to_gid_map", each("/Font", "/CIDFontType2",
                                [](QPDF&, Object font) {
                                    font.replaceKey("/CIDToGIDMap", Object::newName("/Other"));
                                })},
        {"cmap", each("/Font", "/Type0",
                      [](QPDF&, Object font) {
                          font.replaceKey("/Encoding", Object::newName("/UniJIS-UTF16-H"));
                      })},
        {"encoding", each_without("/Font", "/TrueType", "/Encoding")},
        {"to_unicode", each_without("/Font", "/Type0", "/ToUnicode")},
        {"no_actions",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/OpenAction", Object::newDictionary()); }},
        {"no_actions", page_with("/AA", "<< >>")},
        {"no_annotations", page_with("/Annots", "[ << /Type /Annot /Subtype /Movie >> ]")},
        {"blend_mode", page_with("/Spoiled", "<< /G << /BM /Sparkle >> >>")},
        {"device_colours", page_with("/Group", "<< /S /Transparency /CS /DeviceCMYK >>")},
        {"streams_inside",
         [](QPDF& pdf) {
             pdf.getRoot()
                 .getKey("/Metadata")
                 .getDict()
                 .replaceKey("/F", Object::newString("elsewhere.xml"));
         }},
        {"xpacket", [](QPDF& pdf) { replace_in_xmp(pdf, " id=\"W5M0", " bytes=\"1\" id=\"W5M0"); }},
        {"pdfaid", [](QPDF& pdf) { replace_in_xmp(pdf, "<pdfaid:part>3<", "<pdfaid:part>2<"); }},
        {"pdfaid", [](QPDF& pdf) { replace_in_xmp(pdf, "conformance>B<", "conformance>A<"); }},
        {"fx", [](QPDF& pdf) { replace_in_xmp(pdf, "EN 16931</fx", "BASIC</fx"); }},
        {"extension_schema", [](QPDF& pdf) { replace_in_xmp(pdf, "1p0#</pdfa", "1p0</pdfa"); }},
        {"info_equals_xmp", [](QPDF& pdf) { replace_in_xmp(pdf, ">Facture ", ">Devis "); }},
        {"AF", [](QPDF& pdf) { pdf.getRoot().removeKey("/AF"); }},
        {"EmbeddedFiles", [](QPDF& pdf) { pdf.getRoot().removeKey("/Names"); }},
        {"AFRelationship", [](QPDF& pdf) { attached(pdf).removeKey("/AFRelationship"); }},
        {"AFRelationship",
         [](QPDF& pdf) {
             auto other = attached(pdf).shallowCopy();
             other.removeKey("/AFRelationship");
             pdf.getRoot().replaceKey("/Spoiled", pdf.makeIndirectObject(other));
         }},
        {"file_name",
         [](QPDF& pdf) { attached(pdf).replaceKey("/UF", Object::newString("invoice.xml")); }},
        {"description", [](QPDF& pdf) { attached(pdf).removeKey("/Desc"); }},
        {"subtype",
         [](QPDF& pdf) {
             attached(pdf).getKey("/EF").getKey("/F").getDict().removeKey("/Subtype");
         }},
        {"mod_date",
         [](QPDF& pdf) {
             attached(pdf).getKey("/EF").getKey("/F").getDict().getKey("/Params").removeKey(
                 "/ModDate");
         }},
    };
    const auto bytes = some_document();
    for (const auto& row : table) {
        EXPECT_EQ(tests::missing_for_factur_x(spoiled(bytes, row.spoil)), Names{row.missing});
    }
}

TEST(PdfA, TheBytesThemselvesAreLookedAt)
{
    const auto bytes = some_document();
    EXPECT_EQ(tests::missing_for_factur_x(spoiled(
                  bytes, [](QPDF&) {}, false)),
              Names{"endstream"});

    auto other = bytes;
    other.replace(0, 8, "%PDF-1.4");
    EXPECT_EQ(tests::missing_for_factur_x(other), Names{"header"});

    EXPECT_EQ(tests::missing_for_factur_x(encrypted(bytes)), Names{"clear_text"});
}

} // namespace
