#include "invoicing/rendering/pdf.hpp"

#include <vector>

#include "invoicing/rendering/page_blocks.hpp"

namespace invoicing::rendering {

namespace {

constexpr double top_margin = 40;
constexpr double bottom = page::footer_top;

struct Range {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// What is measured on a page that is thrown away.
class Measures {
public:
    explicit Measures(const Invoice& invoice) : invoice_(invoice)
    {
        const auto title = page::title_and_dates(scratch_, invoice, top_margin);
        first_top = page::table_head(scratch_, invoice, page::parties(scratch_, invoice, title));
        later_top =
            page::table_head(scratch_, invoice, page::running_title(scratch_, invoice, top_margin));
        closing = page::closing(scratch_, invoice, 0);
    }

    double row(const Line& line) { return page::row_height(scratch_, invoice_, line); }

    double first_top = 0, later_top = 0, closing = 0;

private:
    const Invoice& invoice_;
    Canvas scratch_{Canvas::Purpose::measuring};
};

/// Which lines go on which page. The closing block follows the last line when it fits, else
/// it takes the last line with it to a page of its own, so that no page holds only totals.
std::vector<Range> paginated(const Invoice& invoice)
{
    Measures measures(invoice);
    std::vector<Range> pages{{0, 0}};
    double y = measures.first_top;
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const auto height = measures.row(invoice.lines[i]);
        const bool is_last = i + 1 == invoice.lines.size();
        const auto needed = height + (is_last ? measures.closing : 0);
        if (y + needed > bottom && pages.back().count > 0) {
            pages.push_back({i, 0});
            y = measures.later_top;
        }
        ++pages.back().count;
        y += height;
    }
    return pages;
}

} // namespace

std::string pdf_pages(const Invoice& invoice, Copy copy)
{
    const auto pages = paginated(invoice);
    Canvas canvas;
    double y = page::parties(canvas, invoice, page::title_and_dates(canvas, invoice, top_margin));
    for (std::size_t number = 0; number < pages.size(); ++number) {
        if (number > 0) {
            canvas.next_page();
            y = page::running_title(canvas, invoice, top_margin);
        }
        y = page::table_head(canvas, invoice, y);
        for (std::size_t i = 0; i < pages[number].count; ++i) {
            y = page::row(canvas, invoice, invoice.lines[pages[number].first + i], y);
        }
        if (number + 1 == pages.size()) page::closing(canvas, invoice, y);
        page::footer(canvas, invoice, number + 1, pages.size());
        if (copy == Copy::duplicate) page::duplicate_mark(canvas, invoice);
    }
    return std::move(canvas).finish();
}

} // namespace invoicing::rendering
