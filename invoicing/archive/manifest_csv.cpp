#include "invoicing/archive/manifest_csv.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "domain/core/check.hpp"
#include "domain/core/money.hpp"
#include "invoicing/archive/export_words.hpp"
#include "invoicing/archive/manifest.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;
using Cells = std::map<std::string_view, std::string>; // by column; one that is not there is empty

constexpr std::string_view columns[] = {
    "serie",     "numero",     "nature",     "date_emission", "cloture_exercice", "devise",
    "total_ht",  "total_tva",  "total_ttc",  "pdf",           "pdf_octets",       "pdf_sha256",
    "xml",       "xml_octets", "xml_sha256", "chainage",      "identifiant",      "kind",
    "direction", "duplicate",  "damaged",    "remade"};

std::string line_of(const Cells& cells)
{
    std::string line;
    for (const auto& column : columns) {
        const auto cell = cells.find(column);
        if (&column != std::begin(columns)) line += ';';
        if (cell != cells.end()) line += cell->second;
    }
    return line + "\r\n";
}

std::string head()
{
    Cells names;
    for (const auto column : columns)
        names[column] = column;
    return line_of(names);
}

/// French spreadsheets read a comma, English ones a point.
std::string amount(std::int64_t minor, Language language)
{
    auto text = decimal(eur(minor));
    if (language == Language::fr) std::ranges::replace(text, '.', ',');
    return text;
}

/// What is trusted of every document: where it stands.
Cells place_of(const Exported& document, Language language)
{
    return {{"serie", document.link.series},
            {"numero", document.link.number},
            {"identifiant", document.link.invoice_id},
            {"direction", words_of(document.direction).in(language)}};
}

std::string listed(const std::vector<std::string>& words)
{
    std::string all;
    for (const auto& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

std::string words_with_code(issuing::Damage damage, Language language)
{
    return words_of(damage).in(language) + " (" + std::string(name(damage)) + ")";
}

Cells cells_of(const Exported& document, Language language)
{
    const auto& i = *document.invoice;
    const auto kind = parse_kind(i.kind);
    check(kind.has_value(), "a document that is whole has a kind of ours");
    Cells cells = place_of(document, language);
    cells.insert({{"nature", words_of(*kind).in(language)},
                  {"kind", i.kind},
                  {"date_emission", i.issue_day},
                  {"cloture_exercice", i.fiscal_year_end},
                  {"devise", i.currency},
                  {"total_ht", amount(i.net_minor, language)},
                  {"total_tva", amount(i.vat_minor, language)},
                  {"total_ttc", amount(i.gross_minor, language)},
                  {"xml", path_in_export(document, "xml")},
                  {"xml_octets", std::to_string(document.xml.size())},
                  {"xml_sha256", i.xml_sha256},
                  {"chainage", i.hash},
                  {"damaged", words_of(false).in(language)},
                  {"remade", listed(document.remade())}});
    std::vector<std::string> damages;
    for (const auto damage : document.all_damages())
        damages.push_back(words_with_code(damage, language));
    if (!damages.empty()) cells["damaged"] = listed(damages);
    if (const auto& pdf = document.pdf) {
        cells.insert({{"pdf", path_in_export(document, "pdf")},
                      {"pdf_octets", std::to_string(pdf->bytes.size())},
                      {"pdf_sha256", pdf->sha256},
                      {"duplicate", words_of(pdf->is_duplicate).in(language)}});
    }
    return cells;
}

Cells damaged_cells_of(const Exported& document, Language language)
{
    Cells cells = place_of(document, language);
    cells["damaged"] = words_with_code(*document.damage, language);
    return cells;
}

} // namespace

ManifestCsv::ManifestCsv(Language language) : language_(language)
{
    text_.put(head());
}

void ManifestCsv::add(const Exported& document)
{
    if (document.damage) {
        text_.put(line_of(damaged_cells_of(document, language_)));
    } else if (document.invoice) {
        text_.put(line_of(cells_of(document, language_)));
    }
}

} // namespace invoicing::archive
