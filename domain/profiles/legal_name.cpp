#include "domain/profiles/legal_name.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "domain/core/text.hpp"

namespace domain::profiles {

namespace {

/// What says nothing but that somebody is a sole trader.
constexpr std::array<std::string_view, 7> words_for_sole_traders = {
    "ei", "eirl", "entrepreneur", "entrepreneuse", "entreprise", "individuel", "individuelle"};

/// The words of a name, in whatever order, case and punctuation: "LEFÈVRE Jeanne (EI)" has those
/// of "Jeanne Lefèvre".
std::multiset<std::string> words_of(std::string_view name)
{
    std::multiset<std::string> words;
    std::string word;
    for (const char c : folded(name) + " ") {
        const bool is_letter =
            static_cast<unsigned char>(c) > 127 || std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (is_letter) {
            word += c;
            continue;
        }
        if (!word.empty() &&
            std::ranges::find(words_for_sole_traders, word) == words_for_sole_traders.end())
            words.insert(word);
        word.clear();
    }
    return words;
}

std::string joined(const std::string& one, std::string_view between, const std::string& other)
{
    if (one.empty() || other.empty()) return one + other;
    return one + std::string(between) + other;
}

bool is_sole_trader(const std::optional<LegalForm>& form)
{
    return form && form->family() == LegalFamily::sole_trader;
}

} // namespace

std::string LegalName::text() const
{
    return joined(name, " – ", trade_name);
}

bool is_natural_person(bool is_company, const std::optional<LegalForm>& form)
{
    return !is_company || is_sole_trader(form);
}

LegalName legal_name(const Profile& profile)
{
    const auto& company = profile.company;
    if (!is_natural_person(profile.is_company, company.legal_form)) return {company.name};
    const auto full = joined(profile.person.first_name, " ", profile.person.surname);
    LegalName name{full, company.name};
    if (words_of(company.name) == words_of(full)) name.trade_name.clear();
    if (!full.empty() && is_sole_trader(company.legal_form))
        name.name += " " + company.legal_form->text();
    return name;
}

} // namespace domain::profiles
