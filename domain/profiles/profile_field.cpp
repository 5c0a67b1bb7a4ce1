#include "domain/profiles/profile_field.hpp"

#include <algorithm>
#include <cctype>

namespace domain::profiles {

namespace {

/// "443 061 841 00047" -> "44306184100047", "fr" -> "FR": what people type in good faith.
std::string mended(Holds holds, std::string_view typed)
{
    std::string text(typed);
    if (holds == Holds::number) {
        for (const std::string_view gap : {" ", ".", "-", "\u00a0", "\u202f"}) {
            for (auto at = text.find(gap); at != text.npos; at = text.find(gap, at))
                text.erase(at, gap.size());
        }
    }
    if (holds == Holds::number) {
        std::ranges::transform(text, text.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    }
    return text;
}

bool is_such(Holds holds, const std::string& text)
{
    switch (holds) {
    case Holds::birth_date: return parse_day(text).has_value();
    case Holds::text:
    case Holds::country:
    case Holds::number:
    case Holds::legal_form:
    case Holds::vat_regime: break;
    }
    return true;
}

std::string listed(const std::vector<std::string_view>& words)
{
    std::string list;
    for (const auto word : words)
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

Say expected(Holds holds)
{
    switch (holds) {
    case Holds::country:
        return {"Un code de pays ISO à deux lettres est attendu.",
                "A two-letter ISO country code is expected."};
    case Holds::birth_date:
        return {"Une date est attendue, comme 1985-04-12.",
                "A date is expected, such as 1985-04-12."};
    case Holds::legal_form: {
        const auto known = listed(known_legal_forms());
        return {"Nous ne connaissons pas cette forme juridique. Choisissez parmi : " + known + ".",
                "We do not know this legal form. Choose one of: " + known + "."};
    }
    case Holds::vat_regime: {
        const auto known = listed(vat_regimes.names());
        return {"Une de ces valeurs est attendue : " + known + ".",
                "One of these values is expected: " + known + "."};
    }
    case Holds::text:
    case Holds::number: break;
    }
    return {"Un texte est attendu.", "A text is expected."};
}

} // namespace

bool ProfileField::is_answered(const Profile& profile) const
{
    return !text(profile).empty() ||
           (none.because != nullptr && !(profile.company.*none.because).empty());
}

const ProfileField* find_field(std::string_view path)
{
    const auto* found = std::ranges::find(profile_fields, path, &ProfileField::path);
    return found == profile_fields.end() ? nullptr : found;
}

std::optional<Say> put(Profile& profile, const ProfileField& field, std::string_view typed)
{
    const auto text = mended(field.holds, typed);
    if (is_such(field.holds, text) && field.take(profile, text)) return {};
    field.take(profile, "");
    return expected(field.holds);
}

} // namespace domain::profiles
