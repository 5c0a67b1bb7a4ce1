// The upper part of the page: title, dates, parties; and the footer.
#include <algorithm>
#include <utility>
#include <vector>

#include "invoicing/rendering/labels.hpp"
#include "invoicing/rendering/page_blocks.hpp"
#include "invoicing/rendering/reading_order.hpp"

namespace invoicing::rendering::page {

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string_view title(const Invoice& invoice)
{
    const auto& words = labels(invoice.language);
    switch (invoice.kind) {
    case Kind::service_invoice:
    case Kind::deposit_invoice:
    case Kind::final_invoice:
    case Kind::fee_invoice: return words.invoice;
    case Kind::commission_invoice: return words.commission_invoice;
    case Kind::credit_note: return words.credit_note;
    }
    return words.invoice;
}

Facts dates(const Invoice& invoice)
{
    const auto& words = labels(invoice.language);
    const auto day = [&](domain::Day d) { return shown(d, invoice.language); };
    Facts facts{{std::string(words.issued), day(invoice.issue_day)},
                {std::string(words.supplied), day(invoice.supply_day)},
                {std::string(words.due), day(invoice.due_day)},
                {std::string(words.quote), invoice.quote.number}};
    if (!invoice.purchase_order.empty()) {
        facts.emplace_back(words.purchase_order, invoice.purchase_order);
    }
    return facts;
}

std::string joined(const std::vector<std::string>& parts, const char* between)
{
    std::string text;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::string address_text(const Address& address, domain::Language language)
{
    return joined({address.line_one, address.line_two,
                   joined({address.postcode, address.city}, " "),
                   country_name(address.country, language)},
                  "\n");
}

std::string identifiers(const Party& party, domain::Language language)
{
    const auto& words = labels(language);
    std::vector<std::string> parts;
    if (!party.siret.empty()) {
        parts.push_back(std::string(words.siret) + party.siret);
    } else if (party.legal_id_scheme == "0002") {
        parts.push_back(std::string(words.siren) + party.legal_id);
    }
    if (!party.vat_number.empty())
        parts.push_back(std::string(words.vat_number) + party.vat_number);
    return joined(parts, "\n");
}

constexpr double title_width = 262;
constexpr double gutter = 16;
constexpr double column = (content_width - gutter) / 2;
constexpr double padding = 10;

/// One side of the document under its heading.
struct Side {
    const Party& who;
    std::string_view heading;
    domain::Language language;
};

/// Draws it and returns its height.
double draw(Canvas& canvas, const Side& side, double x, double y)
{
    const auto& who = side.who;
    const double start = y;
    const double inner = column - 2 * padding;
    const auto put = [&](const std::string& text, const Style& style, double gap) {
        if (text.empty()) return;
        y += gap + canvas.text(x + padding, y + gap, inner, text, style);
    };
    put(std::string(side.heading), {.size = 7.5, .bold = true, .colour = accent}, padding);
    put(in_reading_order(who.full_name(), who), {.size = 10.5, .bold = true}, 4);
    put(address_text(who.address, side.language), {.size = 9}, 2);
    put(who.legal_notice, {.size = 7.5, .colour = muted}, 5);
    put(identifiers(who, side.language), {.size = 7.5, .colour = muted}, 2);
    return y + padding - start;
}

} // namespace

double title_and_dates(Canvas& canvas, const Invoice& invoice, double y)
{
    canvas.box({0, 0, Canvas::width, 7}, accent);
    const auto& words = labels(invoice.language);
    double left = y;
    left += canvas.text(margin, left, title_width, title(invoice),
                        {.size = 22, .bold = true, .colour = accent});
    left += 2 + canvas.text(margin, left + 2, title_width, "N° " + invoice.number,
                            {.size = 11.5, .bold = true});
    left += 3 + canvas.text(margin, left + 3, title_width, words.nature,
                            {.size = 8.5, .colour = muted});
    for (const auto& reference : invoice.preceding) {
        const auto text = std::string(words.refers_to) + reference.number + " (" +
                          shown(reference.day, invoice.language) + ")";
        left +=
            2 + canvas.text(margin, left + 2, title_width, text, {.size = 8.5, .colour = muted});
    }
    double right = y + 5;
    constexpr double from = margin + title_width + 6;
    constexpr double label_width = 92;
    constexpr double value_width = content_width - title_width - 6 - label_width;
    for (const auto& [label, value] : dates(invoice)) {
        const auto a = canvas.text(from, right, label_width, label, {.size = 8.5, .colour = muted});
        const double size = value.size() > 24 ? 7 : 8.5; // an identifier stays on its line
        const auto b = canvas.text(from + label_width, right, value_width, value,
                                   {.size = size, .bold = true, .align = Align::right});
        right += std::max(a, b) + 3;
    }
    return std::max(left, right) + 16;
}

double parties(Canvas& canvas, const Invoice& invoice, double y)
{
    const auto& words = labels(invoice.language);
    Canvas scratch(Canvas::Purpose::measuring);
    const Side seller{invoice.seller, words.seller, invoice.language};
    const Side buyer{invoice.buyer, words.buyer, invoice.language};
    const auto height = std::max(draw(scratch, seller, 0, 0), draw(scratch, buyer, 0, 0));
    constexpr double second = margin + column + gutter;
    canvas.box({margin, y, column, height}, pale, 5);
    canvas.box({second, y, column, height}, pale, 5);
    draw(canvas, seller, margin, y);
    draw(canvas, buyer, second, y);
    y += height;
    for (const auto& note : invoice.notes) {
        if (note.code != "DCL") continue;
        y += 8 + canvas.text(margin, y + 8, content_width,
                             in_reading_order(note.text, invoice.seller),
                             {.size = 8, .colour = muted});
    }
    return y + 18;
}

double running_title(Canvas& canvas, const Invoice& invoice, double y)
{
    canvas.box({0, 0, Canvas::width, 7}, accent);
    const auto text = std::string(title(invoice)) + " N° " + invoice.number;
    y += canvas.text(margin, y, content_width, text, {.size = 11, .bold = true, .colour = accent});
    return y + 14;
}

void duplicate_mark(Canvas& canvas, const Invoice& invoice)
{
    constexpr double top = 18; // between the coloured edge and the title
    canvas.text(margin, top, content_width, labels(invoice.language).duplicate,
                {.size = 11, .bold = true, .colour = accent, .align = Align::right});
}

void footer(Canvas& canvas, const Invoice& invoice, std::size_t number, std::size_t count)
{
    const auto& seller = invoice.seller;
    const auto& words = labels(invoice.language);
    canvas.rule(margin, footer_top + 8, content_width, hairline);
    const auto who =
        joined({in_reading_order(seller.full_name(), seller), seller.legal_notice,
                seller.vat_number.empty() ? "" : std::string(words.vat_number) + seller.vat_number},
               " - ");
    canvas.text(margin, footer_top + 14, content_width - 80, who, {.size = 7, .colour = muted});
    canvas.text(margin + content_width - 80, footer_top + 14, 80,
                std::string(words.page) + std::to_string(number) + "/" + std::to_string(count),
                {.size = 7, .colour = muted, .align = Align::right});
}

} // namespace invoicing::rendering::page
