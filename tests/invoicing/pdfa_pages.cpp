#define POINTERHOLDER_TRANSITION 4 // libqpdf 11: std::shared_ptr only
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "tests/invoicing/pdfa_parts.hpp"

namespace tests {

namespace {

void visit(Object object, const std::function<void(Object)>& look)
{
    look(object);
    if (object.isStream()) object = object.getDict();
    const auto go_on = [&](Object inside) {
        if (!inside.isIndirect()) visit(inside, look);
    };
    if (object.isArray()) {
        for (int i = 0; i < object.getArrayNItems(); ++i)
            go_on(object.getArrayItem(i));
    }
    if (object.isDictionary()) {
        for (const auto& key : object.getKeys())
            go_on(object.getKey(key));
    }
}

/// 6.2.10: those of ISO 32000-1, 11.3.5.
bool is_blend_mode(Object mode)
{
    constexpr std::array<std::string_view, 17> known = {
        "/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
        "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
        "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
    return mode.isName() && std::ranges::find(known, mode.getName()) != known.end();
}

/// 6.1.7.1: the data of a stream is in the file.
bool lies_elsewhere(Object object)
{
    if (!object.isStream()) return false;
    auto about = object.getDict();
    return about.hasKey("/F") || about.hasKey("/FFilter") || about.hasKey("/FDecodeParms");
}

/// The word of what `object` breaks; "" for nothing.
std::string_view broken_by(Object object)
{
    if (lies_elsewhere(object)) return "streams_inside";
    // 6.2.4.3: the output intent says what red, green and blue are, and nothing of inks.
    if (object.isNameAndEquals("/DeviceCMYK")) return "device_colours";
    if (!object.isDictionary()) return "";
    if (object.hasKey("/BM") && !is_blend_mode(object.getKey("/BM"))) return "blend_mode";
    if (object.hasKey("/OpenAction") || object.hasKey("/AA")) return "no_actions"; // 6.5
    if (object.hasKey("/Annots")) return "no_annotations"; // 6.3 lets in few, we draw none
    return "";
}

} // namespace

void for_each_object(QPDF& pdf, const std::function<void(Object)>& look)
{
    for (const auto& object : pdf.getAllObjects())
        visit(object, look);
}

void check_pages(QPDF& pdf, Names& missing)
{
    std::set<std::string> broken;
    for_each_object(pdf, [&](Object object) { broken.emplace(broken_by(object)); });
    broken.erase("");
    missing.insert(missing.end(), broken.begin(), broken.end());
}

} // namespace tests
