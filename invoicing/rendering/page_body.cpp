// The lower part of the page: lines, VAT, totals, payment state, mentions.
#include <algorithm>
#include <array>

#include "invoicing/rendering/labels.hpp"
#include "invoicing/rendering/page_blocks.hpp"

namespace invoicing::rendering::page {

namespace {

struct Column {
    double x, width;
};
constexpr double pad = 6;
constexpr Column designation{margin, 222};
constexpr Column quantity{margin + 222, 72};
constexpr Column unit_price{margin + 294, 82};
constexpr Column vat_rate{margin + 376, 42};
constexpr Column amount{margin + 418, content_width - 418};

constexpr Style line_style{.size = 9};
constexpr Style detail_style{.size = 7.5, .colour = muted};
constexpr Colour white{1, 1, 1};

void put(Canvas& canvas, Column column, double y, std::string_view text, Style style)
{
    canvas.text(column.x + pad, y, column.width - 2 * pad, text, style);
}

/// The rate as people read it; outside the scope of VAT there is none.
std::string rate_shown(VatCategory category, domain::BasisPoints rate, domain::Language language)
{
    return category == VatCategory::outside ? "-" : shown(rate, language);
}

double vat_table(Canvas& canvas, const Invoice& invoice, double y)
{
    const auto& words = labels(invoice.language);
    constexpr std::array columns{Column{margin, 70}, Column{margin + 70, 95},
                                 Column{margin + 165, 85}};
    constexpr double table_width = 250;
    const Style head{.size = 7.5, .bold = true, .colour = accent, .align = Align::right};
    put(canvas, columns[0], y, words.vat_and_rate, {.size = 7.5, .bold = true, .colour = accent});
    put(canvas, columns[1], y, words.base, head);
    put(canvas, columns[2], y, words.vat, head);
    y += 14;
    canvas.rule(margin, y, table_width, hairline, 0.8);
    y += 4;
    const Style figure{.size = 8.5, .align = Align::right};
    for (const auto& vat : invoice.vat) {
        put(canvas, columns[0], y, rate_shown(vat.category, vat.rate, invoice.language),
            {.size = 8.5});
        put(canvas, columns[1], y, shown(vat.base, invoice.language), figure);
        put(canvas, columns[2], y, shown(vat.vat, invoice.language), figure);
        y += 14;
        if (vat.reason.empty()) continue;
        y += 2 + canvas.text(margin + pad, y, table_width - 2 * pad, vat.reason,
                             {.size = 8.5, .bold = true});
    }
    return y;
}

double totals(Canvas& canvas, const Invoice& invoice, double y)
{
    const auto& words = labels(invoice.language);
    const auto& sums = invoice.totals;
    constexpr double width = 215;
    constexpr double x = margin + content_width - width;
    const auto entry = [&](std::string_view label, domain::Money value, double size, bool bold) {
        canvas.text(x + 10, y, width / 2, label, {.size = size, .bold = bold});
        canvas.text(x + width / 2, y, width / 2 - 10, shown(value, invoice.language),
                    {.size = size, .bold = bold, .align = Align::right});
        y += size + 7;
    };
    if (sums.allowances.minor() != 0) {
        entry(words.total_lines, sums.lines, 9, false);
        entry(invoice.allowances.front().reason, -sums.allowances, 9, false);
    }
    entry(words.total_net, sums.net, 9, false);
    entry(words.total_vat, sums.vat, 9, false);
    canvas.box({x, y, width, 24}, accent, 4);
    canvas.text(x + 10, y + 5, width / 2, words.total_gross,
                {.size = 11, .bold = true, .colour = white});
    canvas.text(x + width / 2, y + 5, width / 2 - 10, shown(sums.gross, invoice.language),
                {.size = 11, .bold = true, .colour = white, .align = Align::right});
    y += 31;
    if (sums.paid.minor() != 0) entry(words.already_paid, sums.paid, 9, false);
    entry(words.to_pay, sums.due, 9, true);
    return y;
}

double payment_state(Canvas& canvas, const Invoice& invoice, double y)
{
    if (invoice.totals.due.minor() != 0 || invoice.totals.paid.minor() == 0) return y;
    const auto& words = labels(invoice.language);
    const bool netted = invoice.payment_means == "97";
    const auto day = netted ? invoice.collection_day : invoice.payment_day;
    const auto text = std::string(netted ? words.settled_netting : words.settled_card) +
                      shown(day, invoice.language);
    constexpr double width = 250;
    const Style style{.size = 9, .bold = true, .colour = settled, .align = Align::centre};
    const auto height = canvas.measured(width - 16, text, style) + 14;
    canvas.frame({margin, y, width, height}, settled, 5);
    canvas.text(margin + 8, y + 7, width - 16, text, style);
    return y + height;
}

double mentions(Canvas& canvas, const Invoice& invoice, double y)
{
    for (const auto& note : invoice.notes) {
        // BAR routes the file between platforms; DCL stands under the parties.
        if (note.code == "BAR" || note.code == "DCL") continue;
        y += 2 + canvas.text(margin, y, content_width, note.text, {.size = 7.5, .colour = muted});
    }
    return y;
}

} // namespace

double table_head(Canvas& canvas, const Invoice& invoice, double y)
{
    const auto& words = labels(invoice.language);
    constexpr double height = 22;
    canvas.box({margin, y, content_width, height}, accent, 4);
    const Style left{.size = 8, .bold = true, .colour = white};
    Style right = left;
    right.align = Align::right;
    put(canvas, designation, y + 6, words.designation, left);
    put(canvas, quantity, y + 6, words.quantity, right);
    put(canvas, unit_price, y + 6, words.unit_price, right);
    put(canvas, vat_rate, y + 6, words.vat_rate, right);
    put(canvas, amount, y + 6, words.amount, right);
    return y + height;
}

double row_height(Canvas& canvas, const Invoice&, const Line& line)
{
    constexpr double width = designation.width - 2 * pad;
    auto height = canvas.measured(width, line.designation, line_style);
    if (!line.description.empty())
        height += 1 + canvas.measured(width, line.description, detail_style);
    return height + 13;
}

double row(Canvas& canvas, const Invoice& invoice, const Line& line, double y)
{
    constexpr double width = designation.width - 2 * pad;
    const auto top = y + 6;
    const auto below =
        top + 1 + canvas.text(designation.x + pad, top, width, line.designation, line_style);
    if (!line.description.empty()) {
        canvas.text(designation.x + pad, below, width, line.description, detail_style);
    }
    Style figure = line_style;
    figure.align = Align::right;
    const auto unit = unit_name(line.unit_code, invoice.language).value_or(line.unit_code);
    put(canvas, quantity, top, shown(line.quantity, invoice.language) + " " + std::string(unit),
        figure);
    put(canvas, unit_price, top, shown(line.unit_price, invoice.language), figure);
    put(canvas, vat_rate, top, rate_shown(line.category, line.rate, invoice.language), figure);
    put(canvas, amount, top, shown(line.net, invoice.language), figure);
    y += row_height(canvas, invoice, line);
    canvas.rule(margin, y - 1, content_width, hairline);
    return y;
}

double closing(Canvas& canvas, const Invoice& invoice, double y)
{
    y += 18;
    auto left = vat_table(canvas, invoice, y);
    left = payment_state(canvas, invoice, left + 12);
    const auto right = totals(canvas, invoice, y);
    return mentions(canvas, invoice, std::max(left, right) + 18);
}

} // namespace invoicing::rendering::page
