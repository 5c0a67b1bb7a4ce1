// How people write whom they know, and that nothing of it stays once that person has left.

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "domain/core/text.hpp"
#include "domain/scrubbing/keys.hpp"
#include "domain/scrubbing/scrubbed.hpp"

namespace tests {

namespace {

using domain::profiles::Trait;
using domain::scrubbing::digits_of;
using domain::scrubbing::words_of;
using enum domain::profiles::TraitKind;

const std::vector<Trait> zoe = {
    {first_name, "Zoé-Anne"},
    {surname, "D'Étienne-Müller"},
    {birth_date, "1990-05-17"},
    {email, "zoe.q@example.org"},
    {email, "former+shop@example.net"},
    {phone, "+33612345678"},
    {address_line, "12 rue des Lilas"},
    {address_line, "Bât. C"},
    {postcode, "69003"},
    {city, "Caluire-et-Cuire"},
    {address_line, "Résidence Les Pins, 7 bis avenue Foch"},
    {business, "Fil et Aiguille SARL"},
    {number, "44306184100047"},
    {number, "FR64443061841"},
};

std::string scrubbed(const std::string& text, const std::vector<Trait>& traits = zoe)
{
    return domain::scrubbing::scrubbed(text, domain::scrubbing::spellings_of(traits));
}

struct Row {
    const char* written;
    const char* left;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.written;
}

class Spelling : public ::testing::TestWithParam<Row> {};

TEST_P(Spelling, LeavesWhatIsNotThePersons)
{
    EXPECT_EQ(scrubbed(GetParam().written), GetParam().left);
}

/// What a scan of a live server found public after the erasure.
INSTANTIATE_TEST_SUITE_P(KeptBefore, Spelling,
                         ::testing::Values(Row{"Merci D’Étienne-Müller !", "Merci … !"},
                                           Row{"Signé Zoé Anne d'Étienne Müller", "Signé … …"},
                                           Row{"Merci Madame Müller, à bientôt",
                                               "Merci Madame …, à bientôt"},
                                           Row{"Appelez le 06 12 34 56 78.", "Appelez le …."}, //
                                           Row{"Tél. 06.12.34.56.78", "Tél. …"},               //
                                           Row{"Tél. 0033612345678", "Tél. …"},                //
                                           Row{"Tél. +33 6 12 34 56 78", "Tél. …"},
                                           Row{"au 12, RUE DES LILAS.", "au …."},
                                           Row{"Bât. C, 69003 Caluire-et-Cuire", "…, … …"},
                                           Row{"zoe.q (at) example.org", "…"}, //
                                           Row{"zoe.q [at] example [dot] org", "…"},
                                           Row{"avant : former+shop@example.net", "avant : …"}));

/// What had gone before.
INSTANTIATE_TEST_SUITE_P(
    GoneBefore, Spelling,
    ::testing::Values(Row{"Zoé-Anne D'Étienne-Müller", "… …"},
                      Row{"ZOÉ-ANNE D'ÉTIENNE-MÜLLER", "… …"},
                      Row{"zoe-anne d'etienne-muller", "… …"},
                      Row{"Zoe\u0301-Anne D'E\u0301tienne-Mu\u0308ller", "… …"},
                      Row{"D'Étienne-Müller Zoé-Anne", "… …"},
                      Row{"Zoé-Anne\nD'Étienne-Müller", "…\n…"}, Row{"ZOE.Q@Example.ORG", "…"},
                      Row{"+33612345678", "…"}, Row{"12 rue des Lilas", "…"}));

INSTANTIATE_TEST_SUITE_P(
    Further, Spelling,
    ::testing::Values(
        Row{"Zoé, Étienne, Anne et Mueller", "…, …, … et …"}, //
        Row{"#ZoeAnneDEtienneMuller, @zoemuller", "#…, @…"},  //
        Row{"Zoé M. est venue ; Z. Müller aussi", "…. est venue ; … aussi"},
        Row{"avis de etiennemuller", "avis de …"}, Row{"DʼÉtienne", "…"},                   //
        Row{"M-ü-l-l-e-r", "…"},                                                            //
        Row{"Mül-\nler", "…"},                                                              //
        Row{"Zoé2026", "…2026"},                                                            //
        Row{"(+33) 6/12/34/56/78", "(…"},                                                   //
        Row{"+33 (0)6 12 34 56 78", "…"},                                                   //
        Row{"0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "…"}, //
        Row{"０６１２３４５６７８", "…"}, Row{"zoe point q arobase example point org", "…"},
        Row{"former@example.net", "…"},                                                    //
        Row{"zoe.q sur un autre site", "… sur un autre site"}, Row{"7bis, av. Foch", "…"}, //
        Row{"bâtiment C", "…"},                                                            //
        Row{"dans la rue des lilas", "dans la …"}, Row{"née le 17/05/1990", "née le …"},
        Row{"l'atelier Fil & Aiguille, SIREN 443 061 841", "l'atelier …, SIREN …"},
        Row{"Caluire, 12 rue des Lilas", "…, …"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Spelling,
    ::testing::Values(Row{"", ""}, //
                      Row{"Un travail soigné, ponctuel.", "Un travail soigné, ponctuel."},
                      Row{"Annette et Mullerin", "Annette et Mullerin"},
                      Row{"Le meilleur de Caluire-et-Cuire", "Le meilleur de Caluire-et-Cuire"},
                      Row{"05 61 23 45 67", "05 61 23 45 67"},
                      Row{"12 robes, 69 euros", "12 robes, 69 euros"}));

TEST(Scrubbing, LeavesAWordThatOnlyBeginsLikeAName)
{
    const std::vector<Trait> marie = {{first_name, "Marie"}, {surname, "Le Gall"}};
    EXPECT_EQ(scrubbed("Mariette, Anne-Marie et les Gallois", marie),
              "Mariette, Anne-… et les Gallois");
    EXPECT_EQ(scrubbed("Merci Marie LE GALL !", marie), "Merci … … !");
}

TEST(Scrubbing, KnowsPluralsAndPossessives) // T11
{
    const std::vector<Trait> latour = {
        {first_name, "Zoé"}, {surname, "Latour"}, {surname, "Moreau"}};
    EXPECT_EQ(scrubbed("les Latour, les Latours, des LATOURS et des moreaux", latour),
              "les …, les …, des … et des …");
    EXPECT_EQ(scrubbed("Latour's shop, Latour’s shop, the Latours' shop", latour),
              "…'s shop, …’s shop, the …' shop");
    EXPECT_EQ(scrubbed("Zoés, zoés, Zoe Latours", latour), "…, zoés, … …");
    EXPECT_EQ(scrubbed("Die Müllers, Mullers und Muellers"), "Die …, … und …");
    EXPECT_EQ(scrubbed("Latourse, Latourx2, Latoursx", latour), "Latourse, …2, Latoursx");
}

TEST(Scrubbing, TakesNoShortWordForAPlural) // T11
{
    const std::vector<Trait> le = {{first_name, "Bon"}, {surname, "Le"}};
    EXPECT_EQ(scrubbed("Les bons ourlets, les manches", le), "Les bons ourlets, les manches");
}

/// In a review about somebody else.
TEST(Scrubbing, LeavesInPassingWhatIsAnybodys) // T11
{
    const auto left_in = [](const std::string& text) {
        return domain::scrubbing::scrubbed(
            text, domain::scrubbing::spellings_in_passing({{first_name, "Marie"},
                                                           {surname, "Petit"},
                                                           {email, "marie.p@example.org"},
                                                           {phone, "+33612345678"},
                                                           {address_line, "12 rue des Lilas"},
                                                           {postcode, "69003"},
                                                           {city, "Lyon"},
                                                           {business, "Atelier SARL"}}));
    };
    EXPECT_EQ(left_in("Marie Durand, un petit atelier, 69003 Lyon"),
              "Marie Durand, un petit atelier, 69003 Lyon");
    EXPECT_EQ(left_in("Marie m'a plu"), "Marie m'a plu");
    EXPECT_EQ(left_in("mieux que Marie Petit, PETIT Marie, marie petit ou mariepetit"),
              "mieux que …, …, … ou …");
    EXPECT_EQ(left_in("Madame Petit, les Petits, Marie P."), "Madame …, les …, ….");
    EXPECT_EQ(left_in("marie.p@example.org, 06 12 34 56 78, 12, rue des lilas"), "…, …, …");
    EXPECT_EQ(left_in("chez Atelier"), "chez …");
}

TEST(Scrubbing, KnowsApostrophesAsPeopleTypeThem) // people A14
{
    const std::vector<Trait> arcy = {{first_name, "D’Arcy"}, {surname, "O’Neill"}};
    EXPECT_EQ(scrubbed("Merci, D'Arcy O'Neill.", arcy), "Merci, … ….");
    EXPECT_EQ(scrubbed("Merci, DArcy ONeill.", arcy), "Merci, … ….");
}

TEST(Scrubbing, TakesANameOfTwoLettersWhereItIsWrittenAsOne)
{
    const std::vector<Trait> ng = {{first_name, "Mei"}, {surname, "Ng"}};
    EXPECT_EQ(scrubbed("Madame Ng, ng, Mei Ng", ng), "Madame …, ng, … …");
}

TEST(Scrubbing, KnowsPartsWhoseLettersAreTwo)
{
    EXPECT_EQ(scrubbed("Weiß ou Weiss ou WEISS", {{surname, "Weiß Huber"}}), "… ou … ou …");
    EXPECT_EQ(scrubbed("OEUVRARD ou Lœwe ou Loewe", {{surname, "Œuvrard-Lœwe"}}), "… ou … ou …");
    EXPECT_EQ(scrubbed("Laetitia, Lætitia", {{first_name, "Lætitia Rose"}}), "…, …");
}

TEST(Scrubbing, ReadsOtherScripts)
{
    EXPECT_EQ(scrubbed("Łukasz, lukasz", {{first_name, "Lukasz"}}), "…, …");
    EXPECT_EQ(scrubbed("Иван, Ivan", {{first_name, "Ivan"}}), "…, …");
    EXPECT_EQ(scrubbed("谢谢王伟的工作", {{surname, "王伟"}}), "谢谢…的工作");
}

TEST(Scrubbing, KnowsPhonesOfShorterCountries)
{
    const std::vector<Trait> monaco = {{phone, "+37793153600"}};
    EXPECT_EQ(scrubbed("93 15 36 00 ou +377 93 15 36 00", monaco), "… ou …");
}

TEST(Scrubbing, TakesWhatIsWrittenBothWaysTogether)
{
    EXPECT_EQ(scrubbed("Rose", {}), "Rose");
    EXPECT_EQ(scrubbed("Jean Marc Paul", {{first_name, "Jean-Marc"}, {surname, "Marc Paul"}}), "…");
}

TEST(Scrubbing, TakesTimeInProportionToTheText)
{
    const std::vector<Trait> repeated = {{surname, std::string(80, 'a')}};
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "a ";
    const auto begin = std::chrono::steady_clock::now();
    scrubbed(text, repeated);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

/// Digits with anything that is no letter between them.
std::string strewn(const std::string& digits)
{
    std::string text;
    for (const char digit : digits) {
        text += *rc::gen::elementOf(
            std::vector<std::string>{"", "", "", " ", ".", "-", "/", " (", ") ", "\u00a0", "\n"});
        text += digit;
    }
    return text;
}

TEST(Scrubbing, LeavesNothingOfANumberHoweverWritten)
{
    const bool holds = rc::check("a phone number", [] {
        const auto national =
            std::to_string(*rc::gen::inRange<std::int64_t>(100'000'000, 1'000'000'000));
        const auto begin =
            *rc::gen::elementOf(std::vector<std::string>{"0", "33", "0033", "330", "+33", ""});
        const auto text = "Appelez " + strewn(begin + national) + " ou passez.";
        const auto left = scrubbed(text, {{phone, "+33" + national}});
        RC_ASSERT(digits_of(left).empty());
        RC_ASSERT(left.starts_with("Appelez "));
        RC_ASSERT(left.ends_with(" ou passez."));
    });
    EXPECT_TRUE(holds);
}

TEST(Scrubbing, LeavesNothingOfANameHoweverWritten)
{
    const std::vector<std::string> parts = {"Zoé",  "Anne",  "Étienne", "Müller", "Łukasz",
                                            "Noël", "Çelik", "Søren",   "Cœur",   "Nuñez"};
    const bool holds = rc::check("a name", [&] {
        const auto one = *rc::gen::elementOf(parts);
        const auto other = *rc::gen::elementOf(parts);
        const auto between = *rc::gen::elementOf(
            std::vector<std::string>{" ", "-", "'", "’", "ʼ", ". ", ", ", "\n", " - "});
        auto written = one + between + other;
        const auto change = *rc::gen::inRange(0, 3);
        if (change == 1) written = domain::folded(written);
        if (change == 2) written = domain::in_latin(domain::folded(written));
        const auto left =
            scrubbed("bravo " + written + " et bonsoir", {{surname, one + "-" + other}});
        RC_ASSERT(words_of(left) == (std::vector<std::string>{"bravo", "et", "bonsoir"}));
    });
    EXPECT_TRUE(holds);
}

} // namespace

} // namespace tests
