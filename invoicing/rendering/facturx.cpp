#define POINTERHOLDER_TRANSITION 4 // libqpdf 11: std::shared_ptr only
#include "invoicing/rendering/facturx.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "invoicing/rendering/labels.hpp"
#include "invoicing/rendering/xmp.hpp"

namespace invoicing::rendering {

namespace {

using Object = QPDFObjectHandle;

// Debian's icc-profiles-free (zlib licence): a version 2 sRGB profile.
constexpr const char* colour_profile_file = "/usr/share/color/icc/sRGB.icc";

const std::string& colour_profile()
{
    static const std::string bytes = [] {
        std::ifstream file(colour_profile_file, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        if (!file || content.view().empty()) {
            throw std::runtime_error(std::string("colour profile missing: ") + colour_profile_file);
        }
        return content.str();
    }();
    return bytes;
}

std::string to_the_second(domain::Instant at)
{
    return domain::to_text(at).substr(0, 19) + "Z";
}

/// "D:20261105090000Z".
std::string pdf_date(domain::Instant at)
{
    std::string date = "D:";
    for (const char c : to_the_second(at)) {
        if (c != '-' && c != ':' && c != 'T') date += c;
    }
    return date;
}

/// ISO 19005-3, 6.2.11.3.2: which glyph of the embedded program a character is. Cairo numbers the
/// characters as the glyphs of the subset that it embeds, and does not say so.
void map_glyphs(QPDF& pdf)
{
    for (auto object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font", "/CIDFontType2")) continue;
        if (!object.hasKey("/CIDToGIDMap"))
            object.replaceKey("/CIDToGIDMap", Object::newName("/Identity"));
    }
}

/// ISO 19005-3, 6.2.4.3: what the device colours of the pages mean.
void add_output_intent(QPDF& pdf)
{
    auto profile = pdf.newStream(colour_profile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    auto intent = Object::newDictionary();
    intent.replaceKey("/Type", Object::newName("/OutputIntent"));
    intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = Object::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    pdf.getRoot().replaceKey("/OutputIntents", intents);
}

/// ISO 19005-3, 6.8: the XML in /EmbeddedFiles and, with its relationship, in /AF.
void attach(QPDF& pdf, std::string_view xml, const std::string& date)
{
    auto file = QPDFEFStreamObjectHelper::createEFStream(pdf, std::string(xml));
    file.setSubtype("text/xml").setCreationDate(date).setModDate(date);
    auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, "factur-x.xml", file);
    spec.setDescription("Factur-X");
    auto object = spec.getObjectHandle();
    object.replaceKey("/AFRelationship", Object::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile("factur-x.xml", spec);
    auto associated = Object::newArray();
    associated.appendItem(object);
    pdf.getRoot().replaceKey("/AF", associated);
}

void describe(QPDF& pdf, const About& about, const std::string& date, const char* language)
{
    auto metadata = pdf.newStream(xmp_packet(about));
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    auto root = pdf.getRoot();
    root.replaceKey("/Metadata", metadata);
    root.replaceKey("/Lang", Object::newString(language));
    auto info = Object::newDictionary();
    info.replaceKey("/Title", Object::newUnicodeString(about.title));
    info.replaceKey("/Author", Object::newUnicodeString(about.author));
    info.replaceKey("/Creator", Object::newString(pdf_producer));
    info.replaceKey("/Producer", Object::newString(pdf_producer));
    info.replaceKey("/CreationDate", Object::newString(date));
    info.replaceKey("/ModDate", Object::newString(date));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

std::string written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true); // ISO 19005-3, 6.1.7.1
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace

std::string factur_x(const Invoice& invoice, std::string_view xml, Copy copy)
{
    const auto pages = pdf_pages(invoice, copy);
    QPDF pdf;
    pdf.processMemoryFile("invoice", pages.data(), pages.size());
    const auto date = pdf_date(invoice.issued_at);
    const bool is_french = invoice.language == domain::Language::fr;
    const About about{std::string(is_french ? "Facture " : "Invoice ") + invoice.number,
                      invoice.issuer_name, to_the_second(invoice.issued_at)};
    map_glyphs(pdf);
    add_output_intent(pdf);
    attach(pdf, xml, date);
    describe(pdf, about, date, is_french ? "fr-FR" : "en-GB");
    return written(pdf);
}

} // namespace invoicing::rendering
