// Every sentence of the site in both languages, as each of them is written.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <regex>

#include "api/site/frame/sentences.hpp"
#include "api/site/frame/spelled.hpp"
#include "ops/assets/texts.hpp"

namespace tests {

namespace {

using namespace api::site::frame;
using domain::Language;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> faults(const std::string& text, const std::string& operators = "{}")
{
    const Sentences sentences({{"site/x.json", text}}, {{"site/x.json", operators}}, "B");
    return sentences.faults();
}

constexpr auto plain = R"({"a": {"fr": "Il y a {n}", "en": "There are {n}"}})";

TEST(Sentences, OfTheProductAreComplete)
{
    const Sentences sentences(ops::texts(), {}, "Entremise");
    EXPECT_THAT(sentences.faults(), IsEmpty());
    EXPECT_GT(sentences.keys().size(), 50U);
}

/// No-break spaces before what French sets apart, and none where it does not.
TEST(Sentences, OfTheProductAreSetAsFrenchIs)
{
    static const std::regex loose(R"( ([:;?!%]|»)|« |[a-z][;?!](\s|$))");
    for (const auto& [path, text] : ops::texts()) {
        if (!path.starts_with("site/")) continue;
        const auto file = nlohmann::json::parse(text);
        for (const auto& [key, said] : file.items()) {
            const auto french = said["fr"].get<std::string>();
            EXPECT_FALSE(std::regex_search(french, loose)) << path << " " << key << ": " << french;
        }
    }
}

TEST(Sentences, CountAsTheirLanguageDoes)
{
    const Sentences sentences(
        {{"site/x.json", R"({"found": {"fr": "{n, plural, one {# avis} other {# avis en tout}}",
                                       "en": "{n, plural, one {# review} other {# reviews}}"}})"}},
        {}, "B");
    const auto said = [&](Language language, std::int64_t n) {
        return sentences.in(language, {"x.found", {{"n", n}}});
    };
    EXPECT_EQ(said(Language::fr, 0), "0 avis");
    EXPECT_EQ(said(Language::fr, 2), "2 avis en tout");
    EXPECT_EQ(said(Language::en, 0), "0 reviews");
    EXPECT_EQ(said(Language::en, 1), "1 review");
}

TEST(Sentences, ThatAreNotWholeStartNothing)
{
    EXPECT_THAT(faults(plain), IsEmpty());
    for (const auto* text : {
             R"({"a": {"fr": "Rien"}})",
             R"({"a": {"fr": "Rien", "en": ""}})",
             R"({"a": {"fr": "Rien", "en": "Nothing", "de": "Nichts"}})",
             R"({"a": {"fr": "Il y a {n}", "en": "There are {count}"}})",
             R"({"a": {"fr": "{n, plural, one {a}}", "en": "{n}"}})",
             R"({"a": {"fr": "l'{n}", "en": "the {n}"}})",
             R"({"a": {"fr": "{0}", "en": "{0}"}})",
             R"({"a")",
         })
        EXPECT_FALSE(faults(text).empty()) << text;
}

TEST(Sentences, AreReplacedKeyByKey)
{
    const Sentences sentences(
        {{"site/x.json", R"({"a": {"fr": "à nous", "en": "ours"}, "b": {"fr": "b", "en": "b"}})"}},
        {{"site/x.json", R"({"a": {"fr": "à eux", "en": "theirs"}})"}}, "B");
    EXPECT_THAT(sentences.faults(), IsEmpty());
    EXPECT_EQ(sentences.in(Language::fr, {"x.a"}), "à eux");
    EXPECT_EQ(sentences.in(Language::en, {"x.b"}), "b");
    const Sentences ours(
        {{"site/x.json", R"({"a": {"fr": "à nous", "en": "ours"}, "b": {"fr": "b", "en": "b"}})"}},
        {}, "B");
    EXPECT_NE(ours.hash(), sentences.hash());
    EXPECT_THAT(faults(plain, R"({"z": {"fr": "z", "en": "z"}})"),
                Contains(HasSubstr("no such sentence")));
    EXPECT_THAT(faults(plain, R"({"a": {"fr": "{x}", "en": "{x}"}})"),
                Contains(HasSubstr("nobody gives it {x}")));
}

TEST(Spelled, SumsAndDaysAsEachLanguageWritesThem)
{
    EXPECT_EQ(spelled(domain::eur(123450), Language::fr), "1\u202f234,50\u00a0€");
    EXPECT_EQ(spelled(domain::eur(-5), Language::en), "-€0.05");
    EXPECT_EQ(spelled(std::int64_t{1234567}, Language::en), "1,234,567");
    const auto day = *domain::parse_day("2026-12-01");
    EXPECT_EQ(spelled(day, Language::fr), "1er\u00a0décembre\u00a02026");
    EXPECT_EQ(spelled(day, Language::en), "1\u00a0December\u00a02026");
}

} // namespace

} // namespace tests
