#include "invoicing/rendering/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <numbers>
#include <stdexcept>

#include "invoicing/rendering/font_map.hpp"

namespace invoicing::rendering {

namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

PangoAlignment pango(Align align)
{
    switch (align) {
    case Align::left: return PANGO_ALIGN_LEFT;
    case Align::right: return PANGO_ALIGN_RIGHT;
    case Align::centre: return PANGO_ALIGN_CENTER;
    }
    return PANGO_ALIGN_LEFT;
}

} // namespace

class Canvas::Surface {
public:
    explicit Surface(Purpose purpose)
        : surface_(purpose == Purpose::document
                       ? cairo_pdf_surface_create_for_stream(append, &bytes_, width, height)
                       : cairo_image_surface_create(CAIRO_FORMAT_A1, 1, 1)),
          cairo_(cairo_create(surface_)),
          draws_(purpose == Purpose::document),
          context_(pango_font_map_create_context(embedded_fonts())),
          layout_(nullptr),
          regular_(pango_font_description_from_string("DejaVu Sans Condensed")),
          bold_(pango_font_description_from_string("DejaVu Sans Bold Condensed"))
    {
        if (draws_) cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
        // Screen hinting would make the layout depend on the machine.
        auto* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context_, options);
        cairo_font_options_destroy(options);
        pango_cairo_context_set_resolution(context_, 72);
        pango_context_set_language(context_, pango_language_from_string("fr"));
        pango_context_set_round_glyph_positions(context_, FALSE);
        layout_ = pango_layout_new(context_);
        pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
    }

    ~Surface()
    {
        pango_font_description_free(regular_);
        pango_font_description_free(bold_);
        g_object_unref(layout_);
        g_object_unref(context_);
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    PangoLayout* laid_out(double room, std::string_view text, const Style& style)
    {
        auto* font = style.bold ? bold_ : regular_;
        pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
        pango_layout_set_font_description(layout_, font);
        pango_layout_set_width(layout_, static_cast<int>(room * PANGO_SCALE));
        pango_layout_set_alignment(layout_, pango(style.align));
        pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
        return layout_;
    }

    cairo_t* cairo() const { return cairo_; }
    bool draws() const { return draws_; }

    std::string finished()
    {
        cairo_surface_finish(surface_);
        if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error("cairo could not write the document");
        }
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    bool draws_;
    PangoContext* context_;
    PangoLayout* layout_;
    PangoFontDescription* regular_;
    PangoFontDescription* bold_;
};

namespace {

double height_of(PangoLayout* layout)
{
    int units = 0;
    pango_layout_get_size(layout, nullptr, &units);
    return static_cast<double>(units) / PANGO_SCALE;
}

void rounded(cairo_t* cairo, const Area& area, double radius)
{
    constexpr double quarter = std::numbers::pi / 2;
    const double right = area.x + area.width;
    const double bottom = area.y + area.height;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - radius, area.y + radius, radius, -quarter, 0);
    cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter);
    cairo_arc(cairo, area.x + radius, bottom - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, area.x + radius, area.y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

} // namespace

Canvas::Canvas(Purpose purpose) : surface_(std::make_unique<Surface>(purpose)) {}
Canvas::~Canvas() = default;

double Canvas::text(double x, double y, double room, std::string_view text, const Style& style)
{
    auto* layout = surface_->laid_out(room, text, style);
    if (!surface_->draws()) return height_of(layout);
    cairo_set_source_rgb(surface_->cairo(), style.colour.r, style.colour.g, style.colour.b);
    cairo_move_to(surface_->cairo(), x, y);
    pango_cairo_show_layout(surface_->cairo(), layout);
    return height_of(layout);
}

double Canvas::measured(double room, std::string_view text, const Style& style)
{
    return height_of(surface_->laid_out(room, text, style));
}

void Canvas::box(const Area& area, Colour fill, double radius)
{
    auto* cairo = surface_->cairo();
    cairo_set_source_rgb(cairo, fill.r, fill.g, fill.b);
    if (radius > 0) {
        rounded(cairo, area, radius);
    } else {
        cairo_rectangle(cairo, area.x, area.y, area.width, area.height);
    }
    cairo_fill(cairo);
}

void Canvas::frame(const Area& area, Colour stroke, double radius)
{
    auto* cairo = surface_->cairo();
    cairo_set_source_rgb(cairo, stroke.r, stroke.g, stroke.b);
    cairo_set_line_width(cairo, 1);
    rounded(cairo, area, radius);
    cairo_stroke(cairo);
}

void Canvas::rule(double x, double y, double w, Colour colour, double thickness)
{
    box({x, y, w, thickness}, colour);
}

void Canvas::next_page()
{
    cairo_show_page(surface_->cairo());
}

std::string Canvas::finish() &&
{
    return surface_->finished();
}

} // namespace invoicing::rendering
