#define POINTERHOLDER_TRANSITION 4 // libqpdf 11: std::shared_ptr only
#include <algorithm>

#include "tests/invoicing/pdfa_parts.hpp"

namespace tests {

namespace {

std::vector<Object> all_of_type(QPDF& pdf, const char* type, const char* subtype = "")
{
    std::vector<Object> found;
    for (auto object : pdf.getAllObjects()) {
        if (object.isDictionaryOfType(type, subtype)) found.push_back(object);
    }
    return found;
}

/// 6.2.11.4.1: every font program is in the file.
bool is_embedded(Object descriptor)
{
    return descriptor.getKey("/FontFile2").isStream() || descriptor.getKey("/FontFile3").isStream();
}

/// 6.2.11.4.2: a /CIDSet names every glyph. Whoever writes none cannot forget one.
bool has_no_cid_set(Object descriptor)
{
    return !descriptor.hasKey("/CIDSet");
}

/// 6.2.11.3.1: which characters the numbers of a CIDFont mean.
bool has_cid_system_info(Object cid_font)
{
    auto system = cid_font.getKey("/CIDSystemInfo");
    return system.isDictionary() && system.getKey("/Registry").isString() &&
           system.getKey("/Ordering").isString() && system.getKey("/Supplement").isInteger();
}

/// 6.2.11.3.2: which glyph of the embedded program each of them is.
bool has_cid_to_gid_map(Object cid_font)
{
    if (!cid_font.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) return true;
    auto map = cid_font.getKey("/CIDToGIDMap");
    return map.isStream() || map.isNameAndEquals("/Identity");
}

/// 6.2.11.3.3: a CMap that needs not be embedded, and fits any character collection (6.2.11.3.1).
bool has_identity_cmap(Object composite)
{
    auto cmap = composite.getKey("/Encoding");
    return cmap.isNameAndEquals("/Identity-H") || cmap.isNameAndEquals("/Identity-V");
}

/// 6.2.11.6: a TrueType font of letters says which; one of symbols does not.
bool has_right_encoding(Object true_type)
{
    constexpr int symbolic = 4;
    auto descriptor = true_type.getKey("/FontDescriptor");
    if (!descriptor.isDictionary() || !descriptor.getKey("/Flags").isInteger()) return false;
    auto encoding = true_type.getKey("/Encoding");
    if ((descriptor.getKey("/Flags").getIntValue() & symbolic) != 0) return encoding.isNull();
    return encoding.isNameAndEquals("/WinAnsiEncoding") ||
           encoding.isNameAndEquals("/MacRomanEncoding");
}

/// 6.2.11.7.2, of level U; we want it of level B: what is read can be copied and searched.
bool has_to_unicode(Object font)
{
    return font.getKey("/ToUnicode").isStream();
}

/// What a composite font is made of; the standard allows one.
std::vector<Object> cid_fonts_of(const std::vector<Object>& composites)
{
    std::vector<Object> fonts;
    for (auto composite : composites) {
        auto descendants = composite.getKey("/DescendantFonts");
        for (int i = 0; descendants.isArray() && i < descendants.getArrayNItems(); ++i)
            fonts.push_back(descendants.getArrayItem(i));
    }
    return fonts;
}

} // namespace

void check_fonts(QPDF& pdf, Names& missing)
{
    const auto need = [&](bool holds, const char* what) {
        if (!holds) missing.emplace_back(what);
    };
    const auto descriptors = all_of_type(pdf, "/FontDescriptor");
    const auto simple = all_of_type(pdf, "/Font", "/TrueType");
    const auto composite = all_of_type(pdf, "/Font", "/Type0");
    const auto cid_fonts = cid_fonts_of(composite);
    need(!descriptors.empty() && std::ranges::all_of(descriptors, is_embedded), "fonts");
    need(std::ranges::all_of(descriptors, has_no_cid_set), "no_cid_set");
    need(std::ranges::all_of(cid_fonts, has_cid_system_info), "cid_system_info");
    need(std::ranges::all_of(cid_fonts, has_cid_to_gid_map), "cid_to_gid_map");
    need(std::ranges::all_of(composite, has_identity_cmap), "cmap");
    need(std::ranges::all_of(simple, has_right_encoding), "encoding");
    need(std::ranges::all_of(simple, has_to_unicode) &&
             std::ranges::all_of(composite, has_to_unicode),
         "to_unicode");
}

} // namespace tests
