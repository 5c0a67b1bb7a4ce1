#include "invoicing/law/mentions.hpp"

namespace invoicing::law {

namespace {

using namespace std::chrono;

struct Wording {
    Mention mention;
    domain::Day from;
    domain::Day until; // last day of validity
    const char* fr;
    const char* en;
    const char* source;
};

constexpr domain::Day no_end = 9999y / 12 / 31;

// VAT law moves from the CGI to the CIBS on 2027-01-01; references to the CGI stay allowed on
// invoices until 2028-06-30 (ord. 2026-671). The new wordings await a decree: add rows here.
constexpr domain::Day last_day_of_cgi = 2028y / 6 / 30;

constexpr Wording wordings[] = {
    {Mention::franchise, 1999y / 1 / 1, last_day_of_cgi, "TVA non applicable, article 293 B du CGI",
     "VAT not applicable, article 293 B of the French tax code", "CGI 293 E II"},
    {Mention::exemption, 1999y / 1 / 1, last_day_of_cgi,
     "Exonération de TVA, article {article} du CGI",
     "VAT exempt, article {article} of the French tax code", "CGI ann. II 242 nonies A I-12°"},
    {Mention::reverse_charge, 2013y / 1 / 1, no_end, "Autoliquidation", "Reverse charge",
     "CGI ann. II 242 nonies A I-13°"},
    {Mention::reverse_charge_basis, 2013y / 1 / 1, last_day_of_cgi,
     "TVA due par le preneur, art. 283-2 du CGI / art. 196 de la directive 2006/112/CE",
     "VAT due by the customer, article 196 of directive 2006/112/EC", "CGI 283-2"},
    {Mention::outside_eu_business, 2010y / 1 / 1, last_day_of_cgi,
     "TVA non applicable - art. 259-1° du CGI",
     "Outside the scope of French VAT, article 259-1° of the French tax code", "CGI 259-1°"},
    {Mention::outside_eu_consumer, 2010y / 1 / 1, last_day_of_cgi,
     "TVA non applicable - art. 259 B du CGI",
     "Outside the scope of French VAT, article 259 B of the French tax code", "CGI 259 B"},
    {Mention::recovery_indemnity, 2013y / 1 / 1, no_end,
     "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 EUR",
     "Fixed compensation for recovery costs in case of late payment: EUR 40",
     "C. com. L441-9, D441-5"},
    {Mention::late_penalties, 2009y / 1 / 1, no_end,
     "Pénalités de retard : taux BCE majoré de 10 points, exigibles le jour suivant la date de "
     "règlement",
     "Late payment interest: ECB rate plus 10 points, due from the day after the payment date",
     "C. com. L441-10 II"},
    {Mention::no_early_discount, 2009y / 1 / 1, no_end, "Pas d'escompte pour paiement anticipé",
     "No discount for early payment", "C. com. L441-9 I"},
    {Mention::vat_on_debits, 2022y / 10 / 7, no_end,
     "Option pour le paiement de la taxe d'après les débits", "Option to pay VAT on debits",
     "CGI ann. II 242 nonies A I-11° bis"},
    {Mention::mandate, 2004y / 1 / 1, no_end,
     "Facture établie par {issuer} au nom et pour le compte de {seller}",
     "Invoice issued by {issuer} in the name and on behalf of {seller}",
     "BOI-TVA-DECLA-30-20-10-30 §210"},
};

std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& with)
{
    for (const auto& [key, value] : with) {
        const auto placeholder = "{" + key + "}";
        const auto at = text.find(placeholder);
        if (at != std::string::npos) text.replace(at, placeholder.size(), value);
    }
    return text;
}

} // namespace

std::optional<domain::Say> mention(Mention which, domain::Day day)
{
    for (const auto& w : wordings) {
        if (w.mention == which && w.from <= day && day <= w.until) return domain::Say{w.fr, w.en};
    }
    return {};
}

std::optional<std::string>
mention_text(Mention which, domain::Day day, domain::Language language,
             const std::vector<std::pair<std::string, std::string>>& with)
{
    const auto wording = mention(which, day);
    if (!wording) return {};
    const auto french = filled(wording->fr, with);
    if (language == domain::Language::fr) return french;
    return french + " / " + filled(wording->en, with);
}

} // namespace invoicing::law
