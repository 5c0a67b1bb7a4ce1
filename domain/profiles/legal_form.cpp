#include "domain/profiles/legal_form.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "domain/core/text.hpp"

namespace domain::profiles {

namespace {

using enum LegalFamily;

/// The family of one of INSEE's legal categories, by the first digits of its code.
consteval LegalFamily family_of(std::string_view code)
{
    if (code.starts_with("41")) return public_enterprise;
    if (code.starts_with("62")) return economic_interest_group;
    if (code.starts_with("65")) return civil_company;
    switch (code.front()) {
    case '1': return sole_trader;
    case '3': return foreign;
    case '5': return commercial_company;
    case '7': return public_body;
    case '8':
    case '9': return association;
    default: throw "we know no family of this code";
    }
}

/// One of INSEE's legal categories (level III where one fits, else level II), with the other ways
/// in which people write it: lower case, letters and digits only. A row is never taken out, nor its
/// printed form changed: frozen offers read back through it.
struct Category {
    LegalFamily family;
    std::string_view printed;
    std::array<std::string_view, 26> also{};
};

constexpr Category categories[] = {
    {family_of("1000"),
     "EI",
     {"entrepreneurindividuel", "entrepreneuseindividuelle", "entrepriseindividuelle",
      "microentreprise", "microentrepreneur", "microentrepreneuse", "micro", "autoentreprise",
      "autoentrepreneur", "autoentrepreneuse", "autoentrepreneure", "independant", "independante",
      "travailleurindependant", "travailleuseindependante",
      // INSEE's own words for sole traders, by trade (11 to 17)
      "artisan", "artisane", "commercant", "commercante", "artisancommercant", "agentcommercial",
      "exploitantagricole", "professionliberale"}},
    {family_of("1000"), "EIRL", {"entrepreneurindividuelaresponsabilitelimitee"}},
    {family_of("5202"), "SNC", {"societeennomcollectif"}},
    {family_of("5306"), "SCS", {"societeencommanditesimple"}},
    {family_of("5308"), "SCA", {"societeencommanditeparactions"}},
    {family_of("54"), "SCOP", {"societecooperativeetparticipative"}},
    {family_of("54"), "SCIC", {"societecooperativedinteretcollectif"}},
    {family_of("5458"), "SARL SCOP", {"scoparl", "scopsarl"}},
    {family_of("5485"), "SELARL", {"societedexerciceliberalaresponsabilitelimitee"}},
    {family_of("5485"), "SELARLU", {"selarlunipersonnelle", "seleurl"}},
    {family_of("5498"),
     "EURL",
     {"entrepriseunipersonnellearesponsabilitelimitee", "sarlunipersonnelle", "sarlu",
      "sarlaassocieunique", "societearesponsabilitelimiteeunipersonnelle"}},
    {family_of("5499"), "SARL", {"societearesponsabilitelimitee", "sarldefamille"}},
    {family_of("54"), "SCIC SARL", {"scicarl", "sarlscic"}},
    {family_of("5558"), "SA SCOP", {"scopsa"}},
    {family_of("55"), "SCIC SA", {"sascic"}},
    {family_of("5585"), "SELAFA", {"societedexerciceliberalaformeanonyme"}},
    {family_of("5599"),
     "SA",
     {"societeanonyme", "saaconseildadministration", "saadirectoire",
      "saadirectoireetconseildesurveillance"}},
    {family_of("55"), "SEM", {"societedeconomiemixte", "seml"}},
    {family_of("5710"), "SAS", {"societeparactionssimplifiee"}},
    {family_of("5710"), "SCIC SAS", {"sasscic"}},
    {family_of("5710"), "SAS SCOP", {"scopsas"}},
    {family_of("5720"),
     "SASU",
     {"societeparactionssimplifieeunipersonnelle", "sasunipersonnelle", "sasaassocieunique",
      "societeparactionssimplifieeaassocieunique"}},
    {family_of("5785"), "SELAS", {"societedexerciceliberalparactionssimplifiee"}},
    {family_of("5785"), "SELASU", {"selasunipersonnelle"}},
    {family_of("5800"), "SE", {"societeeuropeenne"}},
    {family_of("6210"), "GEIE", {"groupementeuropeendintereteconomique"}},
    {family_of("6220"), "GIE", {"groupementdintereteconomique"}},
    {family_of("6521"), "SCPI", {"societecivileplacementimmobilier"}},
    {family_of("6533"), "GAEC", {"groupementagricoledexploitationencommun"}},
    {family_of("6540"), "SCI", {"societecivileimmobiliere"}},
    {family_of("6541"), "SCCV", {"societeciviledeconstructionvente"}},
    {family_of("65"), "SCP", {"societecivileprofessionnelle"}},
    {family_of("6589"), "SCM", {"societeciviledemoyens"}},
    {family_of("6597"), "SCEA", {"societeciviledexploitationagricole"}},
    {family_of("6598"), "EARL", {"exploitationagricolearesponsabilitelimitee"}},
    {family_of("6599"), "Société civile", {"sc"}},
    {family_of("4140"), "EPIC", {"etablissementpublicindustrieletcommercial"}},
    {family_of("73"),
     "Établissement public",
     {"epa", "etablissementpublicadministratif", "etablissementpublicacaractereadministratif"}},
    {family_of("7210"), "Commune", {"mairie", "ville"}},
    {family_of("7220"), "Département", {"conseildepartemental"}},
    {family_of("7230"), "Région", {"conseilregional"}},
    {family_of("73"),
     "EPCI",
     {"communautedecommunes", "communautedagglomeration", "communauteurbaine", "metropole",
      "etablissementpublicdecooperationintercommunale"}},
    {family_of("71"), "État", {"ministere", "administrationdeletat"}},
    {family_of("9110"),
     "Syndicat de copropriété",
     {"syndicatdecoproprietaires", "syndicatdescoproprietaires", "copropriete"}},
    {family_of("8410"), "Syndicat", {"syndicatdesalaries", "syndicatprofessionnel"}},
    {family_of("9220"),
     "Association",
     {"associationloi1901", "associationloide1901", "associationdeclaree",
      "associationdeclareeloi1901", "asso", "loi1901", "associationdedroitlocal",
      "associationreconnuedutilitepublique"}},
    {family_of("9300"), "Fondation", {"fondationreconnuedutilitepublique"}},
    {family_of("9300"), "Fonds de dotation"},
    {family_of("3220"),
     "Société étrangère",
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
    known.reserve(std::size(categories));
    for (const auto& category : categories)
        known.push_back(category.printed);
    return known;
}

std::vector<std::string_view> sole_traders_forms()
{
    std::vector<std::string_view> known;
    for (const auto& category : categories) {
        if (category.family == LegalFamily::sole_trader) known.push_back(category.printed);
    }
    return known;
}

} // namespace domain::profiles
