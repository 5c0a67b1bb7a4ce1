#pragma once

#include "invoicing/model/invoice.hpp"
#include "invoicing/rendering/canvas.hpp"

/// The parts of an invoice's page. Each draws itself with its top at `y` and returns where
/// it ends.
namespace invoicing::rendering::page {

inline constexpr double margin = 48;
inline constexpr double content_width = Canvas::width - 2 * margin;
inline constexpr double footer_top = Canvas::height - 62;

inline constexpr Colour accent{0.055, 0.30, 0.36};
inline constexpr Colour muted{0.40, 0.43, 0.47};
inline constexpr Colour pale{0.955, 0.965, 0.97};
inline constexpr Colour hairline{0.82, 0.84, 0.86};
inline constexpr Colour settled{0.07, 0.45, 0.25};

double title_and_dates(Canvas& canvas, const Invoice& invoice, double y);
double parties(Canvas& canvas, const Invoice& invoice, double y);

/// The title line of the second and later pages.
double running_title(Canvas& canvas, const Invoice& invoice, double y);

double table_head(Canvas& canvas, const Invoice& invoice, double y);
double row_height(Canvas& canvas, const Invoice& invoice, const Line& line);
double row(Canvas& canvas, const Invoice& invoice, const Line& line, double y);

/// VAT table, totals, payment state and mentions: kept together on one page.
double closing(Canvas& canvas, const Invoice& invoice, double y);

/// That this is a copy, above the page's title: nothing moves because of it.
void duplicate_mark(Canvas& canvas, const Invoice& invoice);

void footer(Canvas& canvas, const Invoice& invoice, std::size_t number, std::size_t count);

} // namespace invoicing::rendering::page
