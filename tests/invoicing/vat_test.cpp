#include <gtest/gtest.h>

#include "invoicing/law/vat.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;
using domain::BasisPoints;

struct Case {
    const char* what;
    invoicing::law::Regime regime;
    invoicing::law::Standing customer;
    Address address;
    const char* vat_number; // of the customer, "" when none
    invoicing::law::ServiceCategory service;
    const char* expected; // category and rule, or "uncovered"
};

const Address lyon{"1 rue A", "", "69001", "Lyon", domain::Country::of("FR")};
const Address monaco{"1 rue A", "", "98000", "Monaco", domain::Country::of("MC")};
const Address berlin{"Str. 1", "", "10115", "Berlin", domain::Country::of("DE")};
const Address geneva{"Rue 1", "", "1201", "Genève", domain::Country::of("CH")};
const Address saint_denis{"1 rue A", "", "97400", "Saint-Denis", domain::Country::of("FR")};
const Address cayenne{"1 rue A", "", "97300", "Cayenne", domain::Country::of("FR")};
const Address noumea{"1 rue A", "", "98800", "Nouméa", domain::Country::of("FR")};

invoicing::law::VatQuestion question_of(const Case& row)
{
    invoicing::law::VatQuestion question;
    question.supplier_address = lyon;
    question.regime = row.regime;
    question.supplier_vat_number =
        row.regime == invoicing::law::Regime::franchise ? "" : "FR11123456782";
    question.exempt_article = "261-4-4° a";
    question.customer = row.customer;
    question.customer_address = row.address;
    question.customer_vat_number = row.vat_number;
    question.vat_check = question.customer_vat_number.empty() ? "" : "WAPI1";
    question.service = row.service;
    question.performed_in = domain::Country::of("FR");
    question.supplied = samples::supplied;
    return question;
}

std::string answer_to(const invoicing::law::VatQuestion& question)
{
    const auto answer = invoicing::law::vat_treatment(question);
    if (const auto* treatment = std::get_if<invoicing::law::VatTreatment>(&answer)) {
        return std::string(code(treatment->category)) + " " + treatment->rule;
    }
    return "uncovered";
}

TEST(Vat, EveryCaseOfTheTableIsDecidedOrRefused)
{
    using enum invoicing::law::Regime;
    using enum invoicing::law::Standing;
    using enum invoicing::law::ServiceCategory;
    const Case table[] = {
        {"domestic consumer", invoicing::law::Regime::standard, consumer, lyon, "", general,
         "S domestic"},
        {"domestic business", invoicing::law::Regime::standard, taxable, lyon, "FR1", general,
         "S domestic"},
        {"Monaco is France", invoicing::law::Regime::standard, taxable, monaco, "FR1", general,
         "S domestic"},
        {"franchise", franchise, consumer, lyon, "", general, "E franchise_293b"},
        {"exempt", exempt, consumer, lyon, "", general, "E exempt_261"},
        {"EU business", invoicing::law::Regime::standard, taxable, berlin, "DE1", general,
         "AE eu_business_reverse_charge"},
        {"EU association with a number", invoicing::law::Regime::standard, non_taxable_entity,
         berlin, "DE1", general, "AE eu_business_reverse_charge"},
        {"EU business without number", invoicing::law::Regime::standard, taxable, berlin, "",
         general, "uncovered"},
        {"EU business of a franchisee", franchise, taxable, berlin, "DE1", general, "uncovered"},
        {"EU business, exempt service", exempt, taxable, berlin, "DE1", general, "uncovered"},
        {"EU consumer", invoicing::law::Regime::standard, consumer, berlin, "", general,
         "S consumer_abroad_general"},
        {"EU consumer, e-service", invoicing::law::Regime::standard, consumer, berlin, "",
         electronic, "uncovered"},
        {"EU consumer, event", invoicing::law::Regime::standard, consumer, berlin, "", event,
         "uncovered"},
        {"business outside the EU", invoicing::law::Regime::standard, taxable, geneva, "", general,
         "O outside_eu_business"},
        {"consumer outside, advice", invoicing::law::Regime::standard, consumer, geneva, "",
         intangible, "O outside_eu_consumer_intangible"},
        {"consumer outside, general", invoicing::law::Regime::standard, consumer, geneva, "",
         general, "S consumer_abroad_general"},
        {"business in La Réunion", invoicing::law::Regime::standard, taxable, saint_denis, "FR1",
         general, "S overseas_department_business"},
        {"business in Guyane", invoicing::law::Regime::standard, taxable, cayenne, "FR1", general,
         "uncovered"},
        {"business in Nouméa", invoicing::law::Regime::standard, taxable, noumea, "", general,
         "O outside_eu_business"},
        {"restaurant at home", invoicing::law::Regime::standard, consumer, lyon, "", restaurant,
         "S domestic"},
    };
    for (const auto& row : table)
        EXPECT_EQ(answer_to(question_of(row)), row.expected) << row.what;
}

TEST(Vat, AReverseChargeNeedsACheckedNumber)
{
    invoicing::law::VatQuestion question =
        question_of({"", invoicing::law::Regime::standard, invoicing::law::Standing::taxable,
                     berlin, "DE811871080", invoicing::law::ServiceCategory::general, ""});
    question.vat_check.clear();

    EXPECT_EQ(answer_to(question), "uncovered");
}

TEST(Vat, OnlySuppliersOfMetropolitanFranceAreCovered)
{
    invoicing::law::VatQuestion question =
        question_of({"", invoicing::law::Regime::standard, invoicing::law::Standing::consumer, lyon,
                     "", invoicing::law::ServiceCategory::general, ""});
    question.supplier_address = saint_denis;
    EXPECT_EQ(answer_to(question), "uncovered");
    question.supplier_address = berlin;
    EXPECT_EQ(answer_to(question), "uncovered");
}

TEST(Vat, AnExemptionNamesItsArticleAndCode)
{
    auto question =
        question_of({"", invoicing::law::Regime::exempt, invoicing::law::Standing::consumer, lyon,
                     "", invoicing::law::ServiceCategory::general, ""});

    const auto answer =
        std::get<invoicing::law::VatTreatment>(invoicing::law::vat_treatment(question));
    EXPECT_EQ(answer.reason, "Exonération de TVA, article 261-4-4° a du CGI");
    EXPECT_EQ(answer.reason_code, "VATEX-FR-CGI261-4");

    question.exempt_article = "999";
    EXPECT_EQ(answer_to(question), "uncovered");
}

TEST(Vat, AWordingThatIsNotKnownForTheDateBlocksTheCase)
{
    using namespace std::chrono;
    auto question =
        question_of({"", invoicing::law::Regime::franchise, invoicing::law::Standing::consumer,
                     lyon, "", invoicing::law::ServiceCategory::general, ""});

    question.supplied = 2028y / June / 30;
    EXPECT_EQ(answer_to(question), "E franchise_293b");
    question.supplied = 2028y / July / 1;
    EXPECT_EQ(answer_to(question), "uncovered");
}

} // namespace
