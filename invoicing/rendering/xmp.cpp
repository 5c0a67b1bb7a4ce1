#include "invoicing/rendering/xmp.hpp"

#include "invoicing/rendering/xml_writer.hpp"

namespace invoicing::rendering {

namespace {

constexpr const char* fx = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

void description(XmlWriter& xml, const std::string& name_space)
{
    xml.begin("rdf:Description", "rdf:about=\"\" " + name_space);
}

void listed(XmlWriter& xml, const char* element, const char* list, const std::string& text,
            const char* attributes = "")
{
    xml.begin(element);
    xml.begin(list);
    xml.leaf("rdf:li", text, attributes);
    xml.end();
    xml.end();
}

void property(XmlWriter& xml, const char* name, const char* meaning)
{
    xml.begin("rdf:li", "rdf:parseType=\"Resource\"");
    xml.leaf("pdfaProperty:name", name);
    xml.leaf("pdfaProperty:valueType", "Text");
    xml.leaf("pdfaProperty:category", "external");
    xml.leaf("pdfaProperty:description", meaning);
    xml.end();
}

void extension_schema(XmlWriter& xml)
{
    description(xml, "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
                     "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
                     "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"");
    xml.begin("pdfaExtension:schemas");
    xml.begin("rdf:Bag");
    xml.begin("rdf:li", "rdf:parseType=\"Resource\"");
    xml.leaf("pdfaSchema:schema", "Factur-X PDFA Extension Schema");
    xml.leaf("pdfaSchema:namespaceURI", fx);
    xml.leaf("pdfaSchema:prefix", "fx");
    xml.begin("pdfaSchema:property");
    xml.begin("rdf:Seq");
    property(xml, "DocumentFileName", "name of the embedded XML invoice file");
    property(xml, "DocumentType", "INVOICE");
    property(xml, "Version", "The actual version of the Factur-X XML schema");
    property(xml, "ConformanceLevel", "The conformance level of the embedded Factur-X data");
    xml.end();
    xml.end();
    xml.end();
    xml.end();
    xml.end();
    xml.end();
}

void about_the_file(XmlWriter& xml, const About& about)
{
    description(xml, "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"");
    xml.leaf("pdfaid:part", "3");
    xml.leaf("pdfaid:conformance", "B");
    xml.end();
    description(xml, "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.leaf("dc:format", "application/pdf");
    listed(xml, "dc:title", "rdf:Alt", about.title, "xml:lang=\"x-default\"");
    listed(xml, "dc:creator", "rdf:Seq", about.author);
    xml.end();
    description(xml, "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"");
    xml.leaf("xmp:CreatorTool", pdf_producer);
    xml.leaf("xmp:CreateDate", about.created);
    xml.leaf("xmp:ModifyDate", about.created);
    xml.leaf("xmp:MetadataDate", about.created);
    xml.end();
    description(xml, "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    xml.leaf("pdf:Producer", pdf_producer);
    xml.end();
}

} // namespace

std::string xmp_packet(const About& about)
{
    XmlWriter xml;
    xml.begin("x:xmpmeta", "xmlns:x=\"adobe:ns:meta/\"");
    xml.begin("rdf:RDF", "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"");
    about_the_file(xml, about);
    std::string name_space = "xmlns:fx=\"";
    name_space.append(fx).append("\"");
    description(xml, name_space);
    xml.leaf("fx:DocumentType", "INVOICE");
    xml.leaf("fx:DocumentFileName", "factur-x.xml");
    xml.leaf("fx:Version", "1.0");
    xml.leaf("fx:ConformanceLevel", "EN 16931");
    xml.end();
    extension_schema(xml);
    xml.end();
    xml.end();
    auto text = std::move(xml).text();
    // A packet starts with its own processing instruction, not with an XML declaration.
    text.erase(0, text.find('\n') + 1);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + text +
           "<?xpacket end=\"w\"?>";
}

} // namespace invoicing::rendering
