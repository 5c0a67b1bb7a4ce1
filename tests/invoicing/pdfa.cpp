#define POINTERHOLDER_TRANSITION 4 // libqpdf 11: std::shared_ptr only
#include "tests/invoicing/pdfa.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>

#include "tests/invoicing/pdfa_parts.hpp"

namespace tests {

namespace {

std::string content_of(Object stream)
{
    if (!stream.isStream()) return "";
    const auto data = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// 6.1.2: the version, then a comment of four bytes above 127.
bool header_is_right(const std::string& bytes)
{
    const auto line = bytes.find('\n');
    if (!bytes.starts_with("%PDF-1.7") || line == std::string::npos || bytes[line + 1] != '%') {
        return false;
    }
    return std::all_of(bytes.begin() + static_cast<long>(line) + 2,
                       bytes.begin() + static_cast<long>(line) + 6,
                       [](char c) { return static_cast<unsigned char>(c) > 127; });
}

/// 6.1.7.1: an end of line before every endstream.
bool streams_end_on_lines(const std::string& bytes)
{
    for (auto at = bytes.find("endstream"); at != std::string::npos;
         at = bytes.find("endstream", at + 1)) {
        if (bytes[at - 1] != '\n') return false;
    }
    return true;
}

/// 6.2.4.3
bool output_intent_is_right(Object root)
{
    auto intents = root.getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) return false;
    auto intent = intents.getArrayItem(0);
    auto profile = intent.getKey("/DestOutputProfile");
    return intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") && profile.isStream() &&
           profile.getDict().getKey("/N").isInteger() &&
           profile.getDict().getKey("/N").getIntValue() == 3 &&
           content_of(profile).substr(36, 4) == "acsp";
}

bool title_matches(QPDF& pdf, const std::string& xmp)
{
    auto info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary() || !info.getKey("/Title").isString()) return false;
    return has(xmp, ">" + info.getKey("/Title").getUTF8Value() + "</rdf:li>");
}

/// 6.6.2.1: the packet says neither its length nor its encoding.
bool packet_is_plain(const std::string& xmp)
{
    const auto head = xmp.substr(0, xmp.find("?>"));
    return head.starts_with("<?xpacket begin=") && !has(head, "bytes=") && !has(head, "encoding=");
}

/// 6.6
void check_metadata(QPDF& pdf, Names& missing)
{
    auto metadata = pdf.getRoot().getKey("/Metadata");
    const auto xmp = content_of(metadata);
    const auto need = [&](bool holds, const char* what) {
        if (!holds) missing.emplace_back(what);
    };
    need(metadata.isStream() && metadata.getDict().getKey("/Subtype").isNameAndEquals("/XML"),
         "metadata");
    need(packet_is_plain(xmp), "xpacket");
    need(has(xmp, "<pdfaid:part>3<") && has(xmp, "<pdfaid:conformance>B<"), "pdfaid");
    need(has(xmp, "<fx:DocumentFileName>factur-x.xml<") &&
             has(xmp, "<fx:ConformanceLevel>EN 16931<") && has(xmp, "<fx:DocumentType>INVOICE<") &&
             has(xmp, "<fx:Version>1.0<"),
         "fx");
    need(has(xmp, "<pdfaSchema:prefix>fx<") &&
             has(xmp, "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:"
                      "1p0#<"),
         "extension_schema");
    need(title_matches(pdf, xmp), "info_equals_xmp");
}

/// Whether every file inside says what it is to the document, wherever it hangs.
bool every_file_is_related(QPDF& pdf)
{
    bool all = true;
    for_each_object(pdf, [&](Object object) {
        if (object.isDictionary() && object.hasKey("/EF"))
            all = all && object.getKey("/AFRelationship").isName();
    });
    return all;
}

/// 6.8
void check_attachment(QPDF& pdf, Names& missing)
{
    const auto need = [&](bool holds, const char* what) {
        if (!holds) missing.emplace_back(what);
    };
    auto root = pdf.getRoot();
    auto associated = root.getKey("/AF");
    need(associated.isArray() && associated.getArrayNItems() == 1, "AF");
    auto names = root.getKey("/Names");
    need(names.isDictionary() && names.hasKey("/EmbeddedFiles"), "EmbeddedFiles");
    if (!associated.isArray() || associated.getArrayNItems() != 1) return;
    auto spec = associated.getArrayItem(0);
    need(every_file_is_related(pdf) && spec.getKey("/AFRelationship").isNameAndEquals("/Data"),
         "AFRelationship");
    need(spec.getKey("/F").isString() && spec.getKey("/UF").isString() &&
             spec.getKey("/UF").getUTF8Value() == "factur-x.xml",
         "file_name");
    need(spec.getKey("/Desc").isString(), "description");
    auto file = spec.getKey("/EF").isDictionary() ? spec.getKey("/EF").getKey("/F") : Object();
    need(file.isStream() && file.getDict().getKey("/Subtype").isNameAndEquals("/text/xml"),
         "subtype");
    need(file.isStream() && file.getDict().getKey("/Params").isDictionary() &&
             file.getDict().getKey("/Params").hasKey("/ModDate"),
         "mod_date");
}

} // namespace

std::vector<std::string> missing_for_factur_x(const std::string& bytes)
{
    Names missing;
    QPDF pdf;
    pdf.processMemoryFile("invoice", bytes.data(), bytes.size());
    if (!header_is_right(bytes)) missing.emplace_back("header");
    if (!pdf.getTrailer().getKey("/ID").isArray()) missing.emplace_back("ID");
    if (!streams_end_on_lines(bytes)) missing.emplace_back("endstream");
    if (pdf.isEncrypted()) missing.emplace_back("clear_text");
    if (!output_intent_is_right(pdf.getRoot())) missing.emplace_back("output_intent");
    check_fonts(pdf, missing);
    check_pages(pdf, missing);
    check_metadata(pdf, missing);
    check_attachment(pdf, missing);
    return missing;
}

} // namespace tests
