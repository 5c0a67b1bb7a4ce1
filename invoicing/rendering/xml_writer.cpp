#include "invoicing/rendering/xml_writer.hpp"

#include "domain/core/check.hpp"

namespace invoicing::rendering {

namespace {

void append_escaped(std::string& out, std::string_view text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default:
            if (byte >= 0x20 || c == '\t' || c == '\n') out += c;
        }
    }
}

} // namespace

XmlWriter::XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::indent()
{
    text_.append(2 * open_.size(), ' ');
}

void XmlWriter::begin(std::string_view element, std::string_view attributes)
{
    indent();
    text_ += '<';
    text_ += element;
    if (!attributes.empty()) text_ += ' ';
    text_ += attributes;
    text_ += ">\n";
    open_.emplace_back(element);
}

void XmlWriter::end()
{
    domain::check(!open_.empty(), "every end has its beginning");
    const auto element = open_.back();
    open_.pop_back();
    indent();
    text_ += "</" + element + ">\n";
}

void XmlWriter::leaf(std::string_view element, std::string_view text, std::string_view attributes)
{
    indent();
    text_ += '<';
    text_ += element;
    if (!attributes.empty()) text_ += ' ';
    text_ += attributes;
    text_ += '>';
    append_escaped(text_, text);
    text_ += "</";
    text_ += element;
    text_ += ">\n";
}

void XmlWriter::leaf_if(std::string_view element, std::string_view text,
                        std::string_view attributes)
{
    if (!text.empty()) leaf(element, text, attributes);
}

std::string XmlWriter::text() &&
{
    domain::check(open_.empty(), "every beginning has its end");
    return std::move(text_);
}

} // namespace invoicing::rendering
