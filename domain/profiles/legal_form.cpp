#include "domain/profiles/legal_form.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "domain/core/text.hpp"

namespace domain::profiles {

namespace {

/// One of INSEE's legal categories (level III where one fits, else level II), with the other ways
/// in which people write it: lower case, letters and digits only. A row is never taken out, nor its
/// printed form changed: frozen offers read back through it.
struct Category {
    std::string_view code, printed;
    LegalFamily family;
    std::array<std::string_view, 26> also{};
};

using enum LegalFamily;

constexpr Category categories[] = {
    {"1000",
     "EI",
     sole_trader,
     {"entrepreneurindividuel", "entrepreneuseindividuelle", "entrepriseindividuelle",
      "microentreprise", "microentrepreneur", "microentrepreneuse", "micro", "autoentreprise",
      "autoentrepreneur", "autoentrepreneuse", "autoentrepreneure", "independant", "independante",
      "travailleurindependant", "travailleuseindependante",
      // INSEE's own words for sole traders, by trade (11 to 17)
      "artisan", "artisane", "commercant", "commercante", "artisancommercant", "agentcommercial",
      "exploitantagricole", "professionliberale"}},
    {"1000", "EIRL", sole_trader, {"entrepreneurindividuelaresponsabilitelimitee"}},
    {"5202", "SNC", commercial_company, {"societeennomcollectif"}},
    {"5306", "SCS", commercial_company, {"societeencommanditesimple"}},
    {"5308", "SCA", commercial_company, {"societeencommanditeparactions"}},
    {"54", "SCOP", commercial_company, {"societecooperativeetparticipative"}},
    {"54", "SCIC", commercial_company, {"societecooperativedinteretcollectif"}},
    {"5458", "SARL SCOP", commercial_company, {"scoparl", "scopsarl"}},
    {"5485", "SELARL", commercial_company, {"societedexerciceliberalaresponsabilitelimitee"}},
    {"5485", "SELARLU", commercial_company, {"selarlunipersonnelle", "seleurl"}},
    {"5498",
     "EURL",
     commercial_company,
     {"entrepriseunipersonnellearesponsabilitelimitee", "sarlunipersonnelle", "sarlu",
      "sarlaassocieunique", "societearesponsabilitelimiteeunipersonnelle"}},
    {"5499", "SARL", commercial_company, {"societearesponsabilitelimitee", "sarldefamille"}},
    {"54", "SCIC SARL", commercial_company, {"scicarl", "sarlscic"}},
    {"5558", "SA SCOP", commercial_company, {"scopsa"}},
    {"55", "SCIC SA", commercial_company, {"sascic"}},
    {"5585", "SELAFA", commercial_company, {"societedexerciceliberalaformeanonyme"}},
    {"5599",
     "SA",
     commercial_company,
     {"societeanonyme", "saaconseildadministration", "saadirectoire",
      "saadirectoireetconseildesurveillance"}},
    {"55", "SEM", commercial_company, {"societedeconomiemixte", "seml"}},
    {"5710", "SAS", commercial_company, {"societeparactionssimplifiee"}},
    {"5710", "SCIC SAS", commercial_company, {"sasscic"}},
    {"5710", "SAS SCOP", commercial_company, {"scopsas"}},
    {"5720",
     "SASU",
     commercial_company,
     {"societeparactionssimplifieeunipersonnelle", "sasunipersonnelle", "sasaassocieunique",
      "societeparactionssimplifieeaassocieunique"}},
    {"5785", "SELAS", commercial_company, {"societedexerciceliberalparactionssimplifiee"}},
    {"5785", "SELASU", commercial_company, {"selasunipersonnelle"}},
    {"5800", "SE", commercial_company, {"societeeuropeenne"}},
    {"6210", "GEIE", economic_interest_group, {"groupementeuropeendintereteconomique"}},
    {"6220", "GIE", economic_interest_group, {"groupementdintereteconomique"}},
    {"6521", "SCPI", civil_company, {"societecivileplacementimmobilier"}},
    {"6533", "GAEC", civil_company, {"groupementagricoledexploitationencommun"}},
    {"6540", "SCI", civil_company, {"societecivileimmobiliere"}},
    {"6541", "SCCV", civil_company, {"societeciviledeconstructionvente"}},
    {"65", "SCP", civil_company, {"societecivileprofessionnelle"}},
    {"6589", "SCM", civil_company, {"societeciviledemoyens"}},
    {"6597", "SCEA", civil_company, {"societeciviledexploitationagricole"}},
    {"6598", "EARL", civil_company, {"exploitationagricolearesponsabilitelimitee"}},
    {"6599", "Société civile", civil_company, {"sc"}},
    {"4140", "EPIC", public_enterprise, {"etablissementpublicindustrieletcommercial"}},
    {"73",
     "Établissement public",
     public_body,
     {"epa", "etablissementpublicadministratif", "etablissementpublicacaractereadministratif"}},
    {"7210", "Commune", public_body, {"mairie", "ville"}},
    {"7220", "Département", public_body, {"conseildepartemental"}},
    {"7230", "Région", public_body, {"conseilregional"}},
    {"73",
     "EPCI",
     public_body,
     {"communautedecommunes", "communautedagglomeration", "communauteurbaine", "metropole",
      "etablissementpublicdecooperationintercommunale"}},
    {"71", "État", public_body, {"ministere", "administrationdeletat"}},
    {"9110",
     "Syndicat de copropriété",
     association,
     {"syndicatdecoproprietaires", "syndicatdescoproprietaires", "copropriete"}},
    {"8410", "Syndicat", association, {"syndicatdesalaries", "syndicatprofessionnel"}},
    {"9220",
     "Association",
     association,
     {"associationloi1901", "associationloide1901", "associationdeclaree",
      "associationdeclareeloi1901", "asso", "loi1901", "associationdedroitlocal",
      "associationreconnuedutilitepublique"}},
    {"9300", "Fondation", association, {"fondationreconnuedutilitepublique"}},
    {"9300", "Fonds de dotation", association},
    {"3220",
     "Société étrangère",
     foreign,
     {"foreigncompany", "foreign", "etrangere", "etranger", "societededroitetranger"}},
};

/// Forms of other states, in the same spelling. A body keeps the name that it gives itself.
constexpr std::string_view foreign_forms[] = {"gmbh",     "ug",          "ughaftungsbeschrankt",
                                              "ag",       "kg",          "ohg",
                                              "gmbhcokg", "ggmbh",       "ek",
                                              "ev",       "eg",          "gbr",
                                              "partg",    "srl",         "spa",
                                              "sapa",     "sl",          "slu",
                                              "sll",      "lda",         "unipessoallda",
                                              "limitada", "ltd",         "limited",
                                              "llp",      "lp",          "llc",
                                              "plc",      "inc",         "incorporated",
                                              "corp",     "corporation", "bv",
                                              "nv",       "vof",         "cv",
                                              "bvba",     "sprl",        "asbl",
                                              "vzw",      "cvba",        "sarls",
                                              "aps",      "as",          "is",
                                              "ab",       "hb",          "oy",
                                              "oyj",      "ky",          "ou",
                                              "uab",      "sia",         "doo",
                                              "dd",       "sro",         "kft",
                                              "zrt",      "bt",          "spzoo",
                                              "spj",      "spk",         "ood",
                                              "eood",     "ad",          "ead",
                                              "ike",      "epe",         "ae",
                                              "sagl",     "dac",         "clg",
                                              "pte",      "pteltd",      "ptyltd",
                                              "kk",       "ojsc",        "ooo",
                                              "sam",      "surl"};

/// "S.A.R.L." and "s a r l" are one word: letters and digits, lower case, without accents.
std::string squeezed(std::string_view text)
{
    auto word = folded(text);
    std::erase_if(word, [](unsigned char c) { return std::isalnum(c) == 0; });
    return word;
}

std::optional<LegalForm> french(const std::string& word)
{
    for (const auto& category : categories) {
        const bool is_meant = squeezed(category.printed) == word ||
                              std::ranges::find(category.also, word) != category.also.end();
        if (is_meant) return LegalForm(category.family, std::string(category.printed));
    }
    return {};
}

/// C. com. L231-1: companies without a fixed capital.
bool can_vary(LegalFamily family)
{
    return family == commercial_company || family == civil_company;
}

/// The form that one word means, a French one or one of another state.
std::optional<LegalForm> meant_by(std::string_view text)
{
    constexpr std::string_view variable = "acapitalvariable"; // C. com. L231-2: it must be said
    const auto word = squeezed(text);
    if (word.empty()) return {};
    if (auto found = french(word)) return found;
    if (std::ranges::find(foreign_forms, word) != std::end(foreign_forms)) {
        return LegalForm(foreign, std::string(text));
    }
    if (!word.ends_with(variable)) return {};
    const auto whole = french(word.substr(0, word.size() - variable.size()));
    if (!whole || !can_vary(whole->family())) return {};
    return LegalForm(whole->family(), whole->text() + " à capital variable");
}

/// "Société à responsabilité limitée (SARL)" in its parts, as people set them apart.
std::vector<std::string_view> parts_of(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (auto from = text.find_first_not_of(" (),;/-"); from != text.npos;) {
        const auto rest = text.substr(from);
        const auto end = std::min({rest.find_first_of("(),;/"), rest.find(" - "), rest.size()});
        const auto part = rest.substr(0, end);
        parts.push_back(part.substr(0, part.find_last_not_of(' ') + 1));
        from = text.find_first_not_of(" (),;/-", from + end);
    }
    return parts;
}

} // namespace

Demands LegalForm::demands() const
{
    switch (family_) {
    case commercial_company: return {.capital = true, .register_entry = true};
    // Of a foreign company we invoice the establishment in France, which is registered there.
    case foreign:
    case public_enterprise:
    case civil_company:
    case economic_interest_group: return {.capital = false, .register_entry = true};
    case sole_trader:
    case public_body:
    case association: break;
    }
    return {.capital = false, .register_entry = false};
}

std::optional<LegalForm> parse_legal_form(std::string_view text)
{
    if (auto found = meant_by(text)) return found;
    std::optional<LegalForm> said;
    for (const auto part : parts_of(text)) {
        auto found = meant_by(part);
        const bool contradicts = said && found && said->text() != found->text();
        if (!found || contradicts) return {};
        said = std::move(found);
    }
    return said;
}

std::vector<std::string_view> known_legal_forms()
{
    std::vector<std::string_view> known;
    for (const auto& category : categories)
        known.push_back(category.printed);
    return known;
}

} // namespace domain::profiles
