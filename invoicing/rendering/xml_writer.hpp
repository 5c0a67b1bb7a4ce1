#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace invoicing::rendering {

/// Writes XML text, escaped and indented, the same bytes for the same calls.
/// Characters that XML 1.0 forbids are left out.
class XmlWriter {
public:
    XmlWriter();

    /// Starts an element that the caller closes with end().
    void begin(std::string_view element, std::string_view attributes = "");
    void end();

    /// <element attributes>text</element>
    void leaf(std::string_view element, std::string_view text, std::string_view attributes = "");

    /// leaf() unless there is nothing to say: CII has no empty elements.
    void leaf_if(std::string_view element, std::string_view text, std::string_view attributes = "");

    std::string text() &&;

private:
    void indent();

    std::string text_;
    std::vector<std::string> open_;
};

} // namespace invoicing::rendering
