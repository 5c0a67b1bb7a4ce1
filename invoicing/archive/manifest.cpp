#include "invoicing/archive/manifest.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace invoicing::archive {

namespace {

using namespace domain;
using nlohmann::ordered_json;

constexpr const char* csv_head =
    "serie;numero;nature;date_emission;cloture_exercice;devise;total_ht;total_tva;total_ttc;"
    "pdf;pdf_octets;pdf_sha256;xml;xml_octets;xml_sha256;chainage;identifiant\r\n";

void put(std::FILE* file, std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), file) != text.size()) {
        throw std::runtime_error("the export's list could not be written");
    }
}

std::string amount(std::int64_t minor)
{
    return decimal(eur(minor));
}

/// French spreadsheets read a comma.
std::string with_comma(std::string text)
{
    for (auto& c : text) {
        if (c == '.') c = ',';
    }
    return text;
}

ordered_json view(const issuing::Summary& i, std::size_t xml_size)
{
    auto files = ordered_json::array();
    if (i.file_sha256) {
        files.push_back({{"path", path_in_export(i, "pdf")},
                         {"size", *i.file_size},
                         {"sha256", *i.file_sha256}});
    }
    files.push_back(
        {{"path", path_in_export(i, "xml")}, {"size", xml_size}, {"sha256", i.xml_sha256}});
    return {{"id", i.id.text()},
            {"series", i.series},
            {"number", i.number},
            {"kind", i.kind},
            {"issue_day", i.issue_day},
            {"issued_at", to_text(i.issued_at)},
            {"fiscal_year_end", i.fiscal_year_end},
            {"currency", i.currency},
            {"net", amount(i.net_minor)},
            {"vat", amount(i.vat_minor)},
            {"gross", amount(i.gross_minor)},
            {"files", files},
            {"chain_hash", i.hash}};
}

std::string row(const issuing::Summary& i, std::size_t xml_size)
{
    const auto pdf = i.file_sha256 ? path_in_export(i, "pdf") : "";
    const auto pdf_size = i.file_size ? std::to_string(*i.file_size) : "";
    std::string line;
    for (const auto& cell :
         {i.series, i.number, i.kind, i.issue_day, i.fiscal_year_end, i.currency,
          with_comma(amount(i.net_minor)), with_comma(amount(i.vat_minor)),
          with_comma(amount(i.gross_minor)), pdf, pdf_size, i.file_sha256.value_or(""),
          path_in_export(i, "xml"), std::to_string(xml_size), i.xml_sha256, i.hash}) {
        line += cell + ";";
    }
    return line + i.id.text() + "\r\n";
}

} // namespace

Manifest::Manifest(const Scope& scope, Instant made_at)
    : json_(std::tmpfile()), csv_(std::tmpfile())
{
    if (!json_ || !csv_) throw std::runtime_error("no temporary file for the export's list");
    const ordered_json head{
        {"made_at", to_text(made_at)},
        {"from", to_text(scope.period.from)},
        {"to", to_text(scope.period.to)},
        {"issuer_id", scope.issuer ? ordered_json(scope.issuer->text()) : ordered_json()}};
    auto text = head.dump(1);
    text.resize(text.rfind('\n')); // without the closing brace
    put(json_.get(), text + ",\n \"invoices\": [");
    put(csv_.get(), csv_head);
}

void Manifest::add(const issuing::Summary& invoice, std::size_t xml_size)
{
    put(json_.get(), (count_ == 0 ? "\n  " : ",\n  ") + view(invoice, xml_size).dump());
    put(csv_.get(), row(invoice, xml_size));
    ++count_;
    net_minor_ += invoice.net_minor;
    vat_minor_ += invoice.vat_minor;
    gross_minor_ += invoice.gross_minor;
}

void Manifest::finish()
{
    put(json_.get(), "\n ],\n \"count\": " + std::to_string(count_) + ",\n \"net\": \"" +
                         amount(net_minor_) + "\",\n \"vat\": \"" + amount(vat_minor_) +
                         "\",\n \"gross\": \"" + amount(gross_minor_) + "\"\n}\n");
}

std::string path_in_export(const issuing::Summary& invoice, std::string_view extension)
{
    return invoice.series + "/" + invoice.number + "." + std::string(extension);
}

std::string readme_of_export(const Scope& scope)
{
    return "ARCHIVE DE FACTURES\n\nPériode d'émission : du " + to_text(scope.period.from) + " au " +
           to_text(scope.period.to) + R"(

Un dossier par série de numérotation. Chaque facture y figure deux fois :
  NUMERO.pdf   le document d'origine (Factur-X : PDF/A-3 avec factur-x.xml en pièce jointe) ;
  NUMERO.xml   les mêmes données en XML (UN/CEFACT CII, profil EN 16931).
Les octets sont ceux de l'émission : rien n'est recalculé à l'export.

manifest.csv (séparateur « ; », décimales avec virgule, UTF-8) et manifest.json listent :
  serie, numero          la série et le numéro, continu par série et par année ;
  nature                 service_invoice (prestataire à client, sous mandat),
                         commission_invoice (plateforme à prestataire), credit_note (avoir) ;
  date_emission          date de la facture ; cloture_exercice : fin de l'exercice de la
                         plateforme, dont part le délai de conservation de dix ans ;
  total_ht, _tva, _ttc   en euros ;
  pdf_sha256, xml_sha256 empreintes SHA-256 des deux fichiers, à recalculer librement ;
  chainage               maillon de la série : SHA-256 du maillon précédent suivi de
                         l'engagement de la facture.
Une facture dont le PDF n'était pas encore produit à l'instant de l'export n'a que son XML.
)";
}

} // namespace invoicing::archive
