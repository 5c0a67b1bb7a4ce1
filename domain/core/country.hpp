#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// An officially assigned ISO 3166-1 alpha-2 code, "FR"; or not given, "".
class Country {
public:
    constexpr Country() = default;

    /// "FR", and "fr" as people type it; nothing for two letters that are no country's.
    static std::optional<Country> parse(std::string_view code);

    /// What was checked when it was written: codes are withdrawn, documents are kept.
    static Country kept(std::string_view code);

    /// A code in our own text; what no country has does not compile.
    static consteval Country of(const char* code);

    std::string text() const { return is_given() ? std::string(code_.data(), 2) : ""; }
    constexpr bool is_given() const { return code_[0] != '\0'; }

    bool operator==(const Country&) const = default;

private:
    constexpr explicit Country(std::string_view code) : code_{code[0], code[1]} {}
    static constexpr bool is_assigned(std::string_view code);

    std::array<char, 2> code_{};
};

constexpr bool Country::is_assigned(std::string_view code)
{
    constexpr std::string_view all =
        " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ"
        " BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM"
        " DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS"
        " GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN"
        " KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ"
        " MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM"
        " PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV"
        " SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI"
        " VN VU WF WS YE YT ZA ZM ZW";
    if (code.size() != 2) return false;
    for (std::size_t at = 1; at < all.size(); at += 3) {
        if (all.substr(at, 2) == code) return true;
    }
    return false;
}

consteval Country Country::of(const char* code)
{
    if (!is_assigned(code)) throw "no country has this code";
    return Country(std::string_view(code));
}

} // namespace domain
