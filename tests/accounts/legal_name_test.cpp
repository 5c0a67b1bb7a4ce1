#include <gtest/gtest.h>

#include "domain/profiles/legal_name.hpp"

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

/// "EI" alone names nobody: the gate is to find the name missing.
TEST(LegalName, OfWhomeverNobodyKnowsIsEmpty)
{
    profiles::Profile profile;
    profile.company.legal_form = profiles::parse_legal_form("EI");

    EXPECT_EQ(profiles::legal_name(profile), profiles::LegalName{});
}

} // namespace
