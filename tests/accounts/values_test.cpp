#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "domain/access/totp.hpp"
#include "domain/accounts/email.hpp"
#include "domain/core/check.hpp"
#include "domain/profiles/company_number.hpp"
#include "domain/profiles/profile.hpp"

namespace tests {

namespace {

using namespace domain;
using namespace domain::access;
using namespace domain::accounts;
using namespace domain::profiles;

TEST(CompanyNumbers, SirenAndSiretCarryALuhnKey)
{
    EXPECT_TRUE(is_siren("732829320"));
    EXPECT_FALSE(is_siren("732829321"));
    EXPECT_FALSE(is_siren("73282932"));
    EXPECT_TRUE(is_siret("73282932000074"));
    EXPECT_FALSE(is_siret("73282932000075"));
    EXPECT_FALSE(is_siret("7328293200007A"));
}

TEST(CompanyNumbers, LaPosteCountsByFive)
{
    EXPECT_TRUE(is_siret("35600000000048"));  // head office: Luhn
    EXPECT_TRUE(is_siret("35600000049837"));  // sum 45
    EXPECT_FALSE(is_siret("35600000049838")); // sum 46
}

TEST(CompanyNumbers, FrenchVatNumbersCarryTheSirensKey)
{
    EXPECT_TRUE(is_french_vat_number("FR44732829320"));
    EXPECT_FALSE(is_french_vat_number("FR45732829320"));
    EXPECT_TRUE(is_french_vat_number("FRK7732829320")); // keys with a letter pass by form
    EXPECT_FALSE(is_french_vat_number("FRO7732829320"));
    EXPECT_FALSE(is_french_vat_number("DE44732829320"));
    EXPECT_EQ(siren_in("FR44732829320"), "732829320");
    EXPECT_EQ(siren_in("DE123456788"), "");
}

TEST(CompanyNumbers, EuVatNumbersHaveTheirCountrysForm)
{
    for (const auto* right : {"DE123456789", "ATU12345678", "NL123456789B01", "BE0123456789",
                              "EL123456789", "ESX1234567X", "IE1234567WA", "XI123456789"})
        EXPECT_TRUE(is_eu_vat_number(right)) << right;
    for (const auto* wrong : {"DE12345678", "AT12345678", "GB123456789", "US123456789",
                              "GR123456789", "DE 123456789", "de123456789", "X", ""})
        EXPECT_FALSE(is_eu_vat_number(wrong)) << wrong;
}

TEST(Countries, AreThoseOfIso3166)
{
    for (const auto* right : {"FR", "AD", "ZW", "DE"})
        EXPECT_EQ(Country::parse(right).value().text(), right);
    EXPECT_EQ(Country::parse("fr"), Country::of("FR"));
    EXPECT_EQ(Country::parse("Fr"), Country::of("FR"));
    for (const auto* wrong : {"XX", "FRA", "F", "", " F", "R ", "UK", "D ", "\xc3\xa9"})
        EXPECT_FALSE(Country::parse(wrong)) << wrong;
}

/// Every code of two letters, against the list that comes with the time zones.
TEST(Countries, AreAllOfIso3166AndNoMore)
{
    std::ifstream file("/usr/share/zoneinfo/iso3166.tab");
    std::set<std::string> assigned;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('#')) assigned.insert(line.substr(0, 2));
    }
    ASSERT_GT(assigned.size(), 240U) << "tzdata is installed";
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            const std::string code = {first, second};
            EXPECT_EQ(Country::parse(code).has_value(), assigned.contains(code)) << code;
        }
    }
}

/// What was frozen stays readable when a code is withdrawn, as AN was.
TEST(Countries, ThatAreNoMoreAreKeptInWhatWasFrozen)
{
    EXPECT_EQ(Country::kept("AN").text(), "AN");
    EXPECT_FALSE(Country::parse("AN"));
    EXPECT_EQ(Country::kept(""), Country());
    EXPECT_THROW(Country::kept("FRA"), Bug);
}

TEST(Emails, AreLowerCasedAndStrict)
{
    EXPECT_EQ(Email::parse("Ana.Martin+shop@Example.ORG")->text(), "ana.martin+shop@example.org");
    for (const auto* wrong :
         {"", "ana", "ana@", "@example.org", "ana@localhost", "a@b@example.org", "a b@example.org",
          "ana@example.org\r\nBcc: x@example.org", "\"ana\"@example.org", ".ana@example.org",
          "a..b@example.org", "ana@-x.org", "ana@example.1", "ana@ex_ample.org",
          "élodie@example.org"})
        EXPECT_FALSE(Email::parse(wrong)) << wrong;
    EXPECT_FALSE(Email::parse(std::string(65, 'a') + "@example.org"));
}

TEST(Ages, TurnOnTheBirthday)
{
    const auto day = [](const char* text) { return parse_day(text).value(); };
    EXPECT_EQ(age_on(day("2008-11-23"), day("2026-11-22")), 17);
    EXPECT_EQ(age_on(day("2008-11-23"), day("2026-11-23")), 18);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-02-28")), 17);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-03-01")), 18);
}

TEST(PublicNames, ShowAnInitialOfWholeCharacters)
{
    EXPECT_EQ(public_name({"Élan", "Ana", "", {}, {}}), "Ana É.");
    EXPECT_EQ(public_name({"", "Ana", "", {}, {}}), "Ana");
}

TEST(OneTimeCodes, AreThoseOfRfc6238)
{
    // RFC 6238 appendix B, SHA-1, last six digits.
    const std::string secret = "12345678901234567890";
    const auto at = [](std::int64_t seconds) { return instant_of(seconds * 1'000'000); };
    EXPECT_EQ(code_at(secret, at(59)), "287082");
    EXPECT_EQ(code_at(secret, at(1'111'111'109)), "081804");
    EXPECT_EQ(step_of(secret, "287082", at(59)), 1);
    EXPECT_EQ(step_of(secret, "287082", at(89)), 1);
    EXPECT_FALSE(step_of(secret, "287082", at(90)));
    EXPECT_FALSE(step_of(secret, "", at(59)));
    EXPECT_EQ(base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

} // namespace

} // namespace tests
