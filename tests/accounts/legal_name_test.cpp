#include <gtest/gtest.h>

#include "domain/profiles/legal_name.hpp"
#include "domain/profiles/likeness.hpp"

namespace {

using namespace domain;

TEST(LegalName, OfAPersonIsItsOwnWhateverItTradesAs)
{
    struct Row {
        bool is_company;
        const char* form;
        const char* company;
        const char* called;
    };
    const Row table[] = {
        {true, "SARL", "Fil et Aiguille", "Fil et Aiguille"},
        {true, "Association", "Les Petites Mains", "Les Petites Mains"},
        {true, "", "Fil et Aiguille", "Fil et Aiguille"},
        {true, "EI", "Fil et Aiguille", "Jeanne Lefèvre EI – Fil et Aiguille"},
        {false, "EI", "Fil et Aiguille", "Jeanne Lefèvre EI – Fil et Aiguille"},
        {false, "Micro-entreprise", "Fil et Aiguille", "Jeanne Lefèvre EI – Fil et Aiguille"},
        {false, "EIRL", "Fil et Aiguille", "Jeanne Lefèvre EIRL – Fil et Aiguille"},
        {false, "", "ACME Conseil", "Jeanne Lefèvre – ACME Conseil"},
        {false, "", "", "Jeanne Lefèvre"},
        {false, "EI", "", "Jeanne Lefèvre EI"},
        {false, "EI", "Jeanne Lefèvre", "Jeanne Lefèvre EI"},
        {false, "EI", "LEFEVRE Jeanne (EI)", "Jeanne Lefèvre EI"},
        {false, "EI", "Lefèvre-Jeanne, entrepreneur individuel", "Jeanne Lefèvre EI"},
        {false, "EI", "Jeanne Lefèvre EI", "Jeanne Lefèvre EI"},
        {false, "EI", "Jeanne LEFÈVRE auto-entrepreneuse", "Jeanne Lefèvre EI"},
        {true, "EI", "Jeannelefevre", "Jeanne Lefèvre EI"},
        {true, "EI", "Lefèvre", "Jeanne Lefèvre EI – Lefèvre"},
        {false, "EI", "Jeanne", "Jeanne Lefèvre EI – Jeanne"},
    };
    for (const auto& row : table) {
        profiles::Profile profile;
        profile.is_company = row.is_company;
        profile.person.first_name = "Jeanne";
        profile.person.surname = "Lefèvre";
        profile.company.name = row.company;
        profile.company.legal_form = profiles::parse_legal_form(row.form);
        EXPECT_EQ(profiles::legal_name(profile).text(), row.called);
    }
}

TEST(LegalName, IsSaidOnceWhicheverOfHerFirstNamesSheTradesUnder) // T9
{
    profiles::Profile profile;
    profile.person.first_name = "Jeanne-Marie Odile";
    profile.person.surname = "de la Tour";
    profile.company.legal_form = profiles::parse_legal_form("EI");
    for (const auto* trade_name : {"Jeanne de la Tour", "Odile Delatour EI", "DE LA TOUR Marie",
                                   "Jeanne-Marie Odile de la Tour"}) {
        profile.company.name = trade_name;
        EXPECT_EQ(profiles::legal_name(profile).text(), "Jeanne-Marie Odile de la Tour EI");
    }
    profile.company.name = "Tour et Jeanne";
    EXPECT_EQ(profiles::legal_name(profile).trade_name, "Tour et Jeanne");
}

TEST(NameOnADocument, IsKnownHoweverSomebodyTypesIt) // T10
{
    constexpr auto printed = "Jean-Pierre de la Tour-Müller EI";
    for (const auto* typed :
         {"jean pierre De La Tour Muller", "Jeanpierre Delatour-Mueller",
          "DE LA TOUR MÜLLER JEAN-PIERRE", "Jean Pierre Delatourmüller, entrepreneur individuel"}) {
        EXPECT_TRUE(profiles::may_be_one_name(printed, typed)) << typed;
        EXPECT_TRUE(profiles::may_be_one_name(typed, printed)) << typed;
    }
    for (const auto* typed : {"Jean de la Tour-Müller", "Pierre de la Tour", "Jean-Pierre", "EI",
                              "", "Jean-Pierre de la Tour-Moller", "Pierre-Jeande al Tour-Müller"})
        EXPECT_FALSE(profiles::may_be_one_name(printed, typed)) << typed;
}

/// "EI" alone names nobody: the gate is to find the name missing.
TEST(LegalName, OfWhomeverNobodyKnowsIsEmpty)
{
    profiles::Profile profile;
    profile.company.legal_form = profiles::parse_legal_form("EI");

    EXPECT_EQ(profiles::legal_name(profile), profiles::LegalName{});
}

} // namespace
