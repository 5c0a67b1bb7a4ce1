#include "invoicing/rendering/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include "invoicing/rendering/font_map.hpp"

namespace invoicing::rendering {

namespace {

// Debian's fonts-dejavu-extra (free licence, ops/packages.txt): Latin, Greek, Cyrillic,
// Arabic, Armenian, Georgian.
constexpr std::array font_files{"/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf",
                                "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf"};

const FcChar8* fc(const char* text)
{
    return reinterpret_cast<const FcChar8*>(text);
}

struct CharSetDeleter {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using CharSet = std::unique_ptr<FcCharSet, CharSetDeleter>;

struct FontConfigDeleter {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using FontConfig = std::unique_ptr<FcConfig, FontConfigDeleter>;

/// A configuration that knows our two files and nothing of the machine's.
FontConfig only_our_fonts()
{
    FontConfig config(FcConfigCreate());
    for (const auto* file : font_files) {
        if (FcConfigAppFontAddFile(config.get(), fc(file)) != FcTrue) {
            throw std::runtime_error(std::string("font missing: ") + file);
        }
    }
    return config;
}

/// Names are printed in bold too: a character must be in every font.
CharSet characters_in_every_font()
{
    const auto config = only_our_fonts();
    const auto* fonts = FcConfigGetFonts(config.get(), FcSetApplication);
    CharSet common;
    for (int i = 0; i < fonts->nfont; ++i) {
        FcCharSet* set = nullptr;
        FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &set);
        common.reset(common ? FcCharSetIntersect(common.get(), set) : FcCharSetCopy(set));
    }
    return common;
}

const FcCharSet* printable()
{
    static const CharSet set = characters_in_every_font();
    return set.get();
}

class FontMap {
public:
    explicit FontMap(const FontConfig& config)
        : map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT))
    {
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), config.get());
    }
    ~FontMap()
    {
        // Pango 1.50 does not drop its reference when the map goes.
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), nullptr);
        g_object_unref(map_);
    }
    FontMap(const FontMap&) = delete;
    FontMap& operator=(const FontMap&) = delete;

    PangoFontMap* get() const { return map_; }

private:
    PangoFontMap* map_;
};

} // namespace

bool covered_by_fonts(std::string_view text)
{
    const auto* at = reinterpret_cast<const FcChar8*>(text.data());
    auto left = static_cast<int>(text.size());
    while (left > 0) {
        FcChar32 character = 0;
        const int length = FcUtf8ToUcs4(at, &character, left);
        if (length <= 0 || character < 0x20 || (character >= 0x7f && character < 0xa0))
            return false;
        if (FcCharSetHasChar(printable(), character) != FcTrue) return false;
        at += length;
        left -= length;
    }
    return true;
}

PangoFontMap* embedded_fonts()
{
    static thread_local const FontMap map(only_our_fonts());
    return map.get();
}

} // namespace invoicing::rendering
