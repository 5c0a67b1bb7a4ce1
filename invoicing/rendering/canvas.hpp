#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace invoicing::rendering {

/// Red, green, blue from 0 to 1.
struct Colour {
    double r = 0, g = 0, b = 0;
};

/// A rectangle, from its top left corner.
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
};

enum class Align : std::uint8_t { left, right, centre };

struct Style {
    double size = 9; // points
    bool bold = false;
    Colour colour{0.13, 0.15, 0.18};
    Align align = Align::left;
};

/// A4 pages of a PDF, drawn by cairo and pango with the embedded fonts. Points from the top
/// left corner. Nothing of the machine or the moment gets into the bytes.
class Canvas {
public:
    static constexpr double width = 595.28;
    static constexpr double height = 841.89;

    enum class Purpose : std::uint8_t { document, measuring };

    /// A measuring canvas draws nothing: its text() only tells heights.
    explicit Canvas(Purpose purpose = Purpose::document);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Draws `text`, wrapped to `room`, and returns its height.
    double text(double x, double y, double room, std::string_view text, const Style& style);
    /// The height text() would need.
    double measured(double room, std::string_view text, const Style& style);

    void box(const Area& area, Colour fill, double radius = 0);
    void frame(const Area& area, Colour stroke, double radius);
    void rule(double x, double y, double w, Colour colour, double thickness = 0.5);

    void next_page();

    /// Ends the document and gives its bytes. Nothing can be drawn afterwards.
    std::string finish() &&;

private:
    class Surface;
    std::unique_ptr<Surface> surface_;
};

} // namespace invoicing::rendering
